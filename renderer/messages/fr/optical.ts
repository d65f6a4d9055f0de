import type { optical as English } from '../en/optical.ts'
import type { Translated } from '../translated.ts'
import { counted, number } from './plural.ts'

export const optical: Translated<typeof English> = {
  showCard: 'Afficher en code QR', cardTitle: 'Votre carte en code QR', cardBody: 'Faire lire ce code par la caméra de l’autre machine, ou en prendre une photo. Comparer ensuite ces mots de vive voix ou en personne.', cardCode: 'Votre carte en code QR',
  readPicture: 'Lire sur une image', readCardTitle: 'Lire une carte sur une image', readBundleTitle: 'Lire des codes QR', readCardBody: 'Choisir une image du code, PNG ou JPEG, ou tenir l’autre écran devant la caméra.',
  readBundleBody: 'Choisir des images des codes, dans n’importe quel ordre, ou tenir l’autre écran devant la caméra. Répétitions et pertes sont sans conséquence.',
  choosePictures: 'Choisir des images', reading: 'Lecture…', useCamera: 'Utiliser la caméra', stopCamera: 'Arrêter la caméra', camera: 'Ce que voit la caméra', cameraRefused: 'Aucune caméra n’est utilisable ici. Prendre des photos avec un autre appareil, et les choisir.',
  cameraOn: 'La caméra est allumée, et s’éteint à la fermeture de cette fenêtre.', progress: (found, blocks) => `Reçu : ${number(found)} sur ${counted(blocks, 'bloc')}`, none: 'Rien n’a encore été reçu.', passedBy: (count) => `${counted(count, 'image')} sans code de Chancery.`, again: 'Recommencer', whole: 'Complet. Ouverture…',
  show: 'Afficher en codes QR', showTitle: (file) => `${file} en codes QR`, showBody: 'Tenir la caméra de l’autre machine devant cet écran. Elle peut commencer n’importe où et en manquer : chaque code aide.',
  frame: (at, all) => `Code ${at} sur ${all}`, needs: (blocks) => `Environ ${number(blocks)} suffisent`, pause: 'Pause', resume: 'Continuer', back: 'Précédent', forward: 'Suivant', speed: 'Codes par seconde', full: 'Plein écran', leaveFull: 'Quitter le plein écran',
  title: 'Par écran', lead: 'Pour les machines où les clés USB sont interdites', foot: 'Les codes contiennent des plis scellés', fromScreen: 'd’un écran', showNote: 'Écrire d’abord le pli dans un répertoire de cette machine (Départ). Il peut compter jusqu’à 100 Kio ; les pièces jointes prennent une autre voie.', readNote: 'Ce qui arrive passe les mêmes contrôles qu’un fichier venu d’une clé, et est montré avant tout changement.',
  still: 'Les animations sont réduites sur cette machine : passer d’un code à l’autre à la main.', choose: 'Choisir un pli',
}
