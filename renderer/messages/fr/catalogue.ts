/** The catalogue of measures. */
import type { catalogue as English } from '../en/catalogue.ts'
import type { Translated } from '../translated.ts'
import { lowered } from '../../../shared/base/lowered.ts'
import { counted } from './plural.ts'

export const catalogue: Translated<typeof English> = {
  title: 'Catalogue des mesures', version: (version) => (version === 0 ? 'La liste fournie avec le programme' : `Version ${version} de ce cercle`), count: (count) => counted(count, 'mesure'), seek: 'Chercher une mesure', withoutAttribution: 'Seulement ce qui est utilisable sans attribution', choose: 'Choisir une mesure',
  add: 'Ajouter', remove: 'Écarter', take: (name) => `Ajouter ${name}`, leaveOut: (name) => `Écarter ${name}`, earlier: (name) => `Monter ${name}`, later: (name) => `Descendre ${name}`, any: 'Tout',
  nothing: 'Aucune mesure ne répond à ces conditions. En retirer une.', preferred: 'Seulement ce qui est à privilégier d’abord envers un État dont le territoire est utilisé', circle: 'Cercle', noCircle: 'Il n’y a pas de catalogue sans cercle. En fonder un, ou se faire admettre dans un cercle, dans l’Annuaire.',
  fields: { kind: 'Type', effect: 'Effet', horizon: 'Horizon', attribution: 'Attribution', competence: 'Compétence', route: 'Voie', legalBasis: 'Base juridique', escalation: 'Escalade', source: 'Source', name: 'Nom', description: 'Description', id: 'Nom court' },
  kinds: { diplomatic: 'Diplomatique', political: 'Politique', legal: 'Juridique', strategicCommunication: 'Communication stratégique', technical: 'Technique', operational: 'Opérationnelle', economic: 'Économique' },
  effects: { preventive: 'Préventif', stabilising: 'Stabilisateur', cooperative: 'Coopératif', normative: 'Normatif', restrictive: 'Restrictif', supportive: 'De soutien', mitigative: 'D’atténuation' },
  horizons: { short: 'Court terme', long: 'Plus long terme' }, needs: { none: 'Pas nécessaire', tailored: 'Selon son degré', required: 'Nécessaire' },
  competences: { memberState: 'Un État membre seul', memberStatesTogether: 'Des États membres ensemble', memberStatesWithEu: 'Des États membres avec les institutions de l’UE', euInstitutions: 'Les institutions de l’UE' },
  bodies: { HWPCI: 'HWPCI', RELEX: 'RELEX', geographical: 'Groupes géographiques', ERCHT: 'HWP-ERCHT', PSC: 'COPS', COREPER: 'COREPER', Council: 'Conseil', HR: 'Haut représentant', EEAS: 'SEAE', Commission: 'Commission', memberStates: 'États membres' },
  edit: 'Modifier', addOne: 'Ajouter une mesure', editTitle: 'Modifier cette mesure', issue: 'Diffuser la version suivante', issueTitle: 'Diffuser une nouvelle version du catalogue ?', issueFollows: 'Elle va à tous les membres du cercle avec vos prochains plis. Ce qui a été choisi dans une version antérieure reste tel quel.', note: 'Ce qui a changé', notIssued: 'Modifié ici, pas encore diffusé.', giveUp: 'Abandonner les modifications',
  versions: 'Versions', issuedBy: (code, day, count) => `diffusée par ${code}, ${day} : ${counted(count, 'mesure')}`, needsField: (field) => `Requis : ${lowered(field)}.`, keep: 'Garder', transit: 'À privilégier d’abord envers un État dont le territoire est utilisé',
}
