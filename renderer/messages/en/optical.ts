import { counted } from './plural.ts'

export const optical = {
  showCard: 'Show as a QR code', cardTitle: 'Your card as a QR code', cardBody: 'Let the other machine read this with its camera, or take a picture of it. Then compare these words by voice or in person.', cardCode: 'Your card as a QR code',
  readPicture: 'Read from a picture', readCardTitle: 'Read a card from a picture', readBundleTitle: 'Read QR codes', readCardBody: 'Choose a picture of the code, PNG or JPEG, or hold the other screen before the camera.',
  readBundleBody: 'Choose pictures of the codes in any order, or hold the other screen before the camera. Repeats and losses do no harm.',
  choosePictures: 'Choose pictures', reading: 'Reading…', useCamera: 'Use the camera', stopCamera: 'Stop the camera', camera: 'What the camera sees', cameraRefused: 'No camera can be used here. Take pictures with another device, and choose them.',
  cameraOn: 'The camera is on, and is off again when this closes.', progress: (found: number, blocks: number) => `${found} of ${counted(blocks, 'block')} received`, none: 'Nothing received yet.', passedBy: (count: number) => `${counted(count, 'picture')} without a code of Chancery.`, again: 'Begin again', whole: 'Whole. Opening…',
  show: 'Show as QR codes', showTitle: (file: string) => `${file} as QR codes`, showBody: 'Hold the other machine’s camera before this screen. It may begin anywhere and miss some: any of the codes help.',
  frame: (at: number, all: number) => `Code ${at} of ${all}`, needs: (blocks: number) => `About ${blocks} of them are enough`, pause: 'Pause', resume: 'Go on', back: 'Back', forward: 'Next', speed: 'Codes a second', full: 'Full screen', leaveFull: 'Leave full screen',
  title: 'Over a screen', lead: 'For machines where sticks are forbidden', foot: 'Codes hold sealed bundles', fromScreen: 'from a screen', showNote: 'Write the bundle into a folder on this machine first (Out). It may be up to 100 KiB; attachments go another way.', readNote: 'What comes in passes the same checks as a file from a stick, and is shown before anything is changed.',
  still: 'Motion is reduced on this machine: go from code to code by hand.', choose: 'Choose a bundle',
}
