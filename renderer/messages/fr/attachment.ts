import type { attachment as English } from '../en/attachment.ts'
import type { Translated } from '../translated.ts'
import { counted, decimal, listed } from './plural.ts'

const KIB = 1024
const UNITS = ['octets', 'Kio', 'Mio', 'Gio'] as const

/** `812 octets`, `5,0 Mio`. */
function size(bytes: number): string {
  const step = bytes < KIB ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10))
  return step === 0 ? counted(bytes, 'octet') : `${decimal(bytes / KIB ** step)} ${UNITS[step] ?? ''}`
}

export const attachment: Translated<typeof English> = {
  none: 'Aucune pièce n’est encore jointe à ce dossier.', drop: 'Déposer des fichiers ici, ou en choisir un.', dropHelp: 'Tout fichier jusqu’à 2 Gio. Il est chiffré dans votre coffre ; les autres en voient le nom, la taille et l’empreinte. Le contenu part avec votre prochain pli à ceux qui peuvent l’avoir.',
  choose: 'Choisir un fichier', notAFile: 'Ce qui a été déposé n’est pas un fichier de cette machine.', dropZone: 'Emplacement des fichiers',
  name: 'Nom', size: 'Taille', fingerprint: 'Empreinte', by: 'Ajouté par', marking: 'Marquage', actions: 'Actions', sized: size, shortHash: (hash) => hash.slice(0, 12),
  view: 'Voir', export: 'Exporter', destroy: 'Détruire', viewNamed: (name) => `Voir ${name}`, exportNamed: (name) => `Exporter ${name}`, destroyNamed: (name) => `Détruire ${name}`,
  addTitle: (count) => (count === 1 ? 'Joindre ce fichier ?' : `Joindre ces ${count} fichiers ?`), addVerb: 'Joindre', adding: 'Ajout en cours…', addBody: 'Le nom, la taille, l’empreinte et le marquage sont signés et partent avec votre prochain pli. Un nom signé ne peut être repris.',
  progress: (name, done, total) => `${name} : ${size(done)}${total === null ? '' : ` sur ${size(total)}`}`, preparing: (name) => `${name} : ouverture`,
  exportTitle: (name) => `Exporter ${name} en clair ?`, exportVerb: 'Choisir un répertoire et exporter', exporting: 'Exportation…', exportKnown: 'Je sais que le fichier n’est alors plus protégé par le coffre',
  exportBody: 'Le fichier est écrit tel qu’il a été ajouté, sans chiffrement. Quiconque trouve le répertoire ou la clé USB peut le lire. Le registre en prend note.', exportTick: 'Confirmer que vous le savez.',
  exported: (fileName, folder) => `${fileName} a été écrit dans ${folder}, relu et vérifié.`, exportedHash: (hash) => `Son empreinte est ${hash}.`, exportedCare: 'Il y est en clair.',
  destroyTitle: (name) => `Détruire ${name} ?`, destroyVerb: 'Détruire le contenu', reason: 'Motif', destroyBody: 'Sa clé est oubliée et son fichier retiré de ce coffre. Personne ne peut le rétablir. Que vous l’avez fait est signé et part avec votre prochain pli ; le nom et l’empreinte restent au dossier. Une sauvegarde antérieure le contient encore.',
  previewOf: (name) => `Image : ${name}`, previewFacts: (width, height) => `${width} sur ${height} points`,
  notHere: (held, gone) => (held.length > 0 ? `Pas ici : détenu par ${listed(held)}` : `Pas ici : détruit par ${listed(gone)}`),
  apartTitle: 'Contenus qui ne comptent pas', apartMeans: 'Ils ne sont ni montrés, ni exportés, ni envoyés ; ils restent dans ce coffre jusqu’à ce que vous les détruisiez. Motif :',
  places: { missing: 'Endommagé : son fichier a disparu ou est tronqué', destroyed: 'Détruit ici' },
}
