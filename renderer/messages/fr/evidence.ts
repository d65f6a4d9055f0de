/** What evidence proves and what it cannot, in French. Whoever signed is never the subject: names of delegations come in the singular and in the plural. */
import type { evidenceWords as English } from '../../../shared/ipc/evidenceWords.ts'
import { of } from './plural.ts'

const CARD = 'à qui appartiennent ces clés. Seuls les mots de sûreté le disent.'

export const evidenceWords: typeof English = (kind, { about, fromSeq, saidBy, toSeq }) => {
  const one = fromSeq === toSeq
  switch (kind) {
    case 'equivocation': return { proves: `Deux événements différents ont été signés par ${about} sous le numéro ${fromSeq} d’un même journal.`, cannot: ['lequel des deux est venu en premier, ou pourquoi.', CARD] }
    case 'splitView': return {
      proves: `Une déclaration signée par ${saidBy} fait état d’un autre événement ${fromSeq} ${of(about)} que celui, signé par ${about}, qui se trouve ici.`,
      cannot: [`si deux événements ont été signés par ${about}, ou si la déclaration signée par ${saidBy} est inexacte.`, CARD],
    }
    case 'withheld': return {
      proves: `Une déclaration signée par ${saidBy} atteste la possession ${one ? `de l’événement ${fromSeq}` : `des événements ${fromSeq} à ${toSeq}`} ${of(about)} au moment où un pli a été scellé.`,
      cannot: [one ? 'qu’il ne soit pas arrivé par une autre voie, ou qu’il ait été retenu à dessein.' : 'qu’ils ne soient pas arrivés par une autre voie, ou qu’ils aient été retenus à dessein.', CARD],
    }
    case 'rosterConflict': return { proves: `Deux tableaux des membres inconciliables, portant tous deux le numéro ${fromSeq}, ont été signés par ${about}.`, cannot: ['lequel des deux a été montré à qui, ou que le signataire ait alors été le secrétariat.', CARD] }
    case 'missingBundle': return { proves: `Une déclaration signée par ${about} indique qu’un autre pli avait été scellé pour les mêmes destinataires avant le pli ${fromSeq}.`, cannot: ['que ce pli ne soit pas arrivé, ou l’endroit où il a été perdu.', CARD] }
  }
}
