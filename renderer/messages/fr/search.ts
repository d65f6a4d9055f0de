import type { search as English } from '../en/search.ts'
import type { Translated } from '../translated.ts'
import { lowered } from '../../../shared/base/lowered.ts'
import { counted, number } from './plural.ts'

export const search: Translated<typeof English> = {
  find: 'Trouver texte, délégation, commande', title: 'Trouver', found: 'Trouvé', commands: 'Aller et faire', options: 'Résultats et commandes',
  kinds: {
    dossier: 'Dossier', text: 'Texte', paragraph: 'Texte', suggestion: 'Suggestion', comment: 'Commentaire', contribution: 'Contribution', position: 'Position', answer: 'Réponse au silence', reservation: 'Réserve', entry: 'Fiche',
  },
  help: 'Des mots entre guillemets forment une expression. Majuscules et accents n’importent pas.', keys: 'choisir', opens: 'ouvrir', closes: 'fermer',
  goTo: 'Aller à', dossier: 'Dossier', directory: 'Annuaire', appearance: (name) => `Apparence : ${lowered(name)}`, lockNow: 'Verrouiller le coffre',
  searching: 'Recherche…', nothing: 'Rien n’a été trouvé. Moins de mots, ou seulement leur début, donnent plus de résultats.',
  count: (count, more) => (more ? `Les ${number(count)} meilleurs résultats sont affichés. Plus de mots les restreignent.` : counted(count, 'passage trouvé', 'passages trouvés')),
  alsoIn: (revs) => `mêmes mots dans ${revs.join(', ')}`,
}
