/** The names for what stands in a case file. */
import type { STANCE_NAMES as EnglishStances } from '../../../shared/dossier/stanceWords.ts'
import { dayIn, type CHOICE_NAMES as EnglishChoices, type EntryWords, type FIELD_NAMES as EnglishFields, type KIND_FIELD_NAMES as EnglishKindFields, type KIND_NAMES as EnglishKinds } from '../../../shared/toolbox/entryWords.ts'
import type { Translated } from '../translated.ts'
import { lowered } from '../../../shared/base/lowered.ts'
import { quoted } from './quoted.ts'

/** Positions in words, said after the delegation. */
export const STANCE_NAMES: Translated<typeof EnglishStances> = {
  support: 'soutient', canAccept: 'peut accepter', needsTime: 'a besoin de temps', reservation: 'a une réserve', cannotAccept: 'ne peut accepter',
}

export const KIND_NAMES: Translated<typeof EnglishKinds> = {
  description: 'Description de l’activité', link: 'Lien avec un autre dossier', interest: 'Intérêt', route: 'Voie', briefing: 'Exposé', indicators: 'Indicateurs', finding: 'Constat technique', attribution: 'Position d’un État',
  consideration: 'Considération', note: 'Note', option: 'Option', printed: 'Texte imprimé', deliberation: 'Délibération', decision: 'Décision', action: 'Action', communication: 'Élément de langage', partnerRequest: 'Demande',
  alignment: 'Alignement', effect: 'Effet', lesson: 'Enseignement',
}

/** By the name of a field, wherever it stands; a kind may call it otherwise. */
export const FIELD_NAMES: Translated<typeof EnglishFields> = {
  dimensions: 'Selon les sept dimensions', factors: 'Ce qui plaide pour un effet important', affectedStates: 'États touchés', sectors: 'Secteurs touchés', partners: 'Partenaires', from: 'Du', until: 'Au', to: 'Dossier', relation: 'Ce dossier', note: 'Note', title: 'Titre',
  awareness: 'Souhaite échanger sur la connaissance de la situation', jointResponse: 'Souhaite étudier une réponse conjointe', text: 'Énoncé', route: 'Voie', since: 'Depuis', subject: 'Objet', by: 'Fait par', on: 'Le', way: 'Mode', elsewhere: 'Fait dans une autre enceinte que le HWPCI', informedOn: 'HWPCI informé le',
  indicators: 'Indicateurs', statement: 'Ce qui a été constaté', actor: 'Acteur ou groupe', scale: 'Échelle', confidence: 'Confiance', basis: 'Fondement', evidence: 'S’appuie sur', stance: 'Position', publicity: 'En privé ou en public', manner: 'Seul ou avec d’autres', consideration: 'Considération', about: 'Au sujet de',
  considered: 'Examinée', noteKind: 'Type de note', objectives: 'Objectifs', background: 'Contexte', actorPerspective: 'Le point de vue de l’acteur', risks: 'Risques et escalade', communication: 'Communication', option: 'Option', measures: 'Mesures', sequencing: 'Comment elles sont employées', gradual: 'Emploi graduel',
  shortTerm: 'Effet à court terme', longTerm: 'Effet à plus long terme', escalation: 'Escalade', principles: 'Les six principes', proportionality: 'Proportion avec l’activité', measure: 'Mesure', body: 'Instance', procedure: 'Procédure', outcome: 'Résultat', legalBasis: 'Base juridique', documentNumber: 'Document',
  decision: 'Décision', what: 'Ce qui est à faire', due: 'Échéance', status: 'Avancement', line: 'L’élément de langage', audience: 'Pour qui', products: 'Produits', languages: 'Langues', owner: 'Qui s’exprime', partner: 'Partenaire', direction: 'Qui demande', answer: 'Réponse', commissionInformed: 'La Commission a été informée', country: 'Pays',
  alignment: 'Alignement', objective: 'Objectif', horizon: 'Horizon', achievement: 'Ce qui a été atteint', forNote: 'Pour la note', forDossier: 'Pour le dossier de l’acteur',
}

export const KIND_FIELD_NAMES: Translated<typeof EnglishKindFields> = {
  action: { actor: 'Qui agit', decision: 'En vertu de la décision' }, link: { title: 'Lié sous le titre', note: 'Remarque' }, briefing: { to: 'Fait devant', on: 'Fait le', text: 'Ce qui a été dit' }, indicators: { from: 'Provenance' }, option: { text: 'L’énoncé de l’option' }, partnerRequest: { what: 'Ce qui est demandé', on: 'Demandé le', informedOn: 'HWPCI informé le' },
  communication: { on: 'Pas avant le', status: 'Avancement' }, deliberation: { text: 'Compte rendu', body: 'Où', on: 'Tenue le' }, decision: { on: 'Décidé le' }, lesson: { text: 'L’enseignement' }, effect: { text: 'Ce qui a été observé', decision: 'De la décision' }, finding: { basis: 'Comment cela a été constaté' }, alignment: { on: 'Depuis le' }, description: { from: 'Première observation', until: 'Dernière observation' },
}

/** Choices, by field. The first is what a new entry begins with. */
export const CHOICE_NAMES: Translated<typeof EnglishChoices> = {
  relation: { belongsTo: 'y appartient', related: 'y est lié', continues: 'le poursuit' },
  route: { ipcr: 'L’IPCR a été activé', council: 'Procédures du Conseil, sans IPCR' },
  way: { oral: 'Oral', written: 'Écrit', meeting: 'En réunion', coreu: 'Par COREU/CORTESY', writtenProcedure: 'Par procédure écrite' },
  stance: { undecided: 'Indécis', attribute: 'Attribue', doNotAttribute: 'N’attribue pas' },
  publicity: { open: 'À déterminer', private: 'En privé', public: 'En public' },
  manner: { open: 'À déterminer', alone: 'Seul', coordinated: 'Coordonné au niveau de l’UE', withPartners: 'Avec des partenaires' },
  noteKind: { options: 'Note d’options : une seule réponse rapide', strategic: 'Note de réponse stratégique : un acteur persistant' },
  sequencing: { single: 'Une mesure isolée', inSequence: 'L’une après l’autre', inParallel: 'En parallèle' },
  procedure: { meeting: 'En réunion', silenceProcedure: 'Par procédure de silence', coreu: 'Par COREU/CORTESY', article12_2d: 'Procédure écrite simplifiée, article 12, paragraphe 2, point d)', hrDiscretion: 'À la discrétion du haut représentant', nationalDecision: 'Décision nationale' },
  outcome: { agreed: 'Accord', adopted: 'Adoption', notAgreed: 'Pas d’accord', deferred: 'Décision différée' },
  actionStatus: { planned: 'Prévue', underWay: 'En cours', done: 'Achevée', dropped: 'Abandonnée' },
  communicationStatus: { drafted: 'Rédigé', agreed: 'Approuvé', released: 'Diffusé' },
  direction: { fromPartner: 'Un partenaire nous demande', toPartner: 'Nous demandons à un partenaire' },
  requestStatus: { open: 'En suspens', joint: 'Réponse conjointe', parallel: 'Réponse parallèle', supported: 'Soutien sous une autre forme', declined: 'Déclinée' },
  alignment: { invited: 'Invité', aligned: 'S’est aligné', notAligned: 'Ne s’est pas aligné' },
  horizon: { short: 'Court terme', long: 'Plus long terme' },
  achievement: { unclear: 'Incertain', achieved: 'Atteint', partly: 'Atteint en partie', notYet: 'Pas encore', adverse: 'Le contraire' },
  indicator: { ipv4: 'Adresse IPv4', ipv6: 'Adresse IPv6', domain: 'Domaine', url: 'URL', email: 'Adresse électronique', md5: 'MD5', sha1: 'SHA-1', sha256: 'SHA-256', fileName: 'Nom de fichier', other: 'Autre' },
}

const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre']

export const entry: EntryWords = {
  kindNames: KIND_NAMES, fields: FIELD_NAMES, kindFields: KIND_FIELD_NAMES, choices: CHOICE_NAMES, ticked: { yes: 'Oui', no: 'Non' }, day: (day) => dayIn(day, MONTHS).replace(/^1 /, '1er '),
  onScale: (word, scale) => `${word} (échelle : ${lowered(scale)})`, quoted, labelled: (label, words) => `${label}\u00A0: ${words}`, elsewhere: (id) => `Événement ${id}`,
  restsOn: (names) => `s’appuie sur ${names.join(' ; ')}`, withdrawn: (name) => `${name} (fiche retirée)`,
  seen: (first, last) => (first === null ? `vu pour la dernière fois le ${last}` : last === null ? `vu pour la première fois le ${first}` : `vu du ${first} au ${last}`),
}
