import type { roster as English } from '../en/roster.ts'
import type { Translated } from '../translated.ts'
import { counted, listed, of } from './plural.ts'

const did: Translated<typeof English.did> = {
  founded: () => 'a fondé le cercle', admitted: (whom) => `a admis ${whom}`, removed: (whom) => `a exclu ${whom}`, roleChanged: (whom) => `a changé le rôle ${of(whom)}`, suspended: (whom) => `a suspendu ${whom}`,
  reinstated: (whom) => `a levé la suspension ${of(whom)}`, rotated: (whom) => `a adopté les nouvelles clés ${of(whom)}`, handedOver: (whom) => `a transmis le secrétariat à ${whom}`,
}

export const roster: Translated<typeof English> = {
  did, epoch: 'Tableau', when: 'Quand', who: 'Par', what: 'Quoi', reason: 'Rôles ou motif', history: 'Historique du tableau', roster: 'Tableau', without: ' (sans effet)', standing: 'Situation', signs: 'signe le tableau', suspended: 'suspendu', gone: 'exclu',
  parts: (name) => `Tableau des membres et historique : ${name}`, actions: 'Agir', actionsFor: (name) => `Que faire au sujet ${of(name)}`, since: (epoch) => `depuis le tableau ${epoch}`,
  does: { role: 'Changer le rôle', suspend: 'Suspendre', reinstate: 'Lever la suspension', remove: 'Exclure du cercle', handOver: 'Transmettre le secrétariat', keys: 'Adopter les nouvelles clés' },
  roleTitle: (name) => `Changer le rôle ${of(name)} ?`, roleVerb: 'Changer le rôle', roles: 'Rôles', oneRole: 'Choisir au moins un rôle.', strict: 'Ce que cette personne a signé auparavant et qui n’est pas parvenu ici ne compte plus', strictMeans: 'Laisser cette case vide si une rédaction peut être encore entre les mains d’un courrier.',
  suspendTitle: (name) => `Suspendre ${name} ?`, suspendVerb: (name) => `Suspendre ${name}`, suspendMeans: 'Cette personne n’est plus entendue et rien ne lui est écrit jusqu’à ce que la suspension soit levée. Ce qui est parvenu ici compte ; ce qui est encore en chemin est conservé et ne compte pas, même ensuite.',
  removeTitle: (name) => `Exclure ${name} du cercle ?`, removeVerb: (name) => `Exclure ${name}`, removeMeans: 'Ce qui est parvenu ici compte et demeure. Tout ce que cette personne a signé ou signera par ailleurs est mis en quarantaine sur chaque machine, quelle qu’en soit la date. Ce qu’elle a reçu, elle le garde.',
  reasonLabel: 'Motif', reasonHelp: 'Figure au tableau, où tous les membres peuvent le lire.', reasonFirst: 'Donner le motif.',
  accepted: 'Acceptés en l’état', where: 'Où', upTo: 'Jusqu’à', upToNumber: (seq) => `numéro ${seq}`, theCircle: 'Le cercle lui-même', nothingAccepted: 'Rien d’elle n’est parvenu ici : rien d’elle ne comptera.',
  opened: (titles) => `Cette personne a ouvert ${listed(titles)}. ${titles.length === 1 ? 'Ce dossier demeure' : 'Ces dossiers demeurent'}.`, unanswered: (titles) => `Une procédure de silence court sur ${listed(titles)}, et la délégation de cette personne ne s’est pas exprimée. L’appeler avant de poursuivre.`,
  colleagues: (names) => `${listed(names)}, de la même délégation, ${names.length === 1 ? 'reste' : 'restent'} dans le cercle.`, alone: 'Nul autre de sa délégation ne figure dans ce cercle.',
  reinstateTitle: (name) => `Lever la suspension ${of(name)} ?`, reinstateVerb: 'Lever la suspension', reinstateMeans: 'À compter du tableau suivant, cette personne est de nouveau entendue et destinataire. Ce qu’elle a signé entre-temps ne compte pas pour autant : elle peut le remettre de nouveau.',
  handOverTitle: (name) => `Transmettre le secrétariat à ${name} ?`, handOverVerb: 'Transmettre', handOverMeans: 'À compter du tableau suivant, cette personne seule admet, suspend et exclut. Vous ne pouvez revenir là-dessus : seul le nouveau secrétariat le peut. Vous restez dans le cercle en qualité de :',
  keysTitle: (name) => `Adopter les nouvelles clés ${of(name)} ?`, keysVerb: 'Adopter les nouvelles clés', keysMeans: 'L’offre est signée avec les anciennes clés. Comparer les mots des nouvelles, de vive voix ou en personne : quelqu’un d’autre a pu détenir les anciennes.', keysStolen: 'Les anciennes clés peuvent être en d’autres mains : ce qu’elles ont signé et qui n’est pas parvenu ici ne compte pas',
  offers: (name) => `${name} propose de nouvelles clés.`, look: 'Comparer et adopter',
  mine: 'Vos clés', generation: (at) => `Clés ${at}`, made: (day) => `créées le ${day}`, inUse: (names) => `En usage dans ${listed(names)}`, newest: 'Sur votre carte', notUsed: 'Dans aucun cercle à présent', kept: (day) => `Clé privée de scellement conservée jusqu’au ${day}, pour les plis encore en chemin`, deleted: (day) => `Clé privée de scellement supprimée le ${day}`,
  rotate: 'Créer de nouvelles clés', rotateTitle: 'Créer de nouvelles clés ?', rotateVerb: 'Créer de nouvelles clés', rotateMeans: (days) => `Elles sont proposées au secrétariat de chacun de vos cercles avec votre prochain pli, et utilisées dès qu’un tableau les nomme. L’ancienne clé privée est conservée ${counted(days, 'jour')} de plus, puis supprimée.`,
  which: 'Ce qui est renouvelé', both: 'Signature et scellement', bothMeans: 'Vos mots de sûreté changent. Le choix habituel.', sealing: 'Scellement seul', sealingMeans: 'Les signatures se poursuivent sous la même clé. Vos mots de sûreté changent néanmoins.',
  conflict: (epoch) => `Deux tableaux prétendent porter le numéro ${epoch}.`, conflictMeans: (by) => `${by} a signé les deux : certains membres ont vu un autre cercle que les autres. Rien de ce cercle n’est plus reçu ni envoyé ; ce qui est ici reste lisible.`,
  conflictDo: 'Écrire la preuve, la montrer aux autres membres et appeler le secrétariat. Poursuivre dans un nouveau cercle.', toProof: 'Aller à la preuve',
  persons: (count) => counted(count, 'personne'),
}
