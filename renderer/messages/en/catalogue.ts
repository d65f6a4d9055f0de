/** The catalogue of measures. */
import { lowered } from '../../../shared/base/lowered.ts'
import { counted } from './plural.ts'

export const catalogue = {
  title: 'Catalogue of measures', version: (version: number) => (version === 0 ? 'The list that the program brings' : `Version ${version} of this circle`), count: (count: number) => counted(count, 'measure'), seek: 'Look for a measure', withoutAttribution: 'Only what can be used without attribution', choose: 'Choose a measure',
  add: 'Add', remove: 'Leave out', take: (name: string) => `Add ${name}`, leaveOut: (name: string) => `Leave out ${name}`, earlier: (name: string) => `Move ${name} up`, later: (name: string) => `Move ${name} down`, any: 'Any',
  nothing: 'No measure fits these conditions. Take one of them away.', preferred: 'Only what is preferred first towards a State whose territory is used', circle: 'Circle', noCircle: 'There is no catalogue without a circle. Found one, or be admitted to one, in the Directory.',
  fields: { kind: 'Kind', effect: 'Effect', horizon: 'Horizon', attribution: 'Attribution', competence: 'Competence', route: 'Route', legalBasis: 'Legal basis', escalation: 'Escalation', source: 'Source', name: 'Name', description: 'Description', id: 'Short name' },
  kinds: { diplomatic: 'Diplomatic', political: 'Political', legal: 'Legal', strategicCommunication: 'Strategic communication', technical: 'Technical', operational: 'Operational', economic: 'Economic' },
  effects: { preventive: 'Preventive', stabilising: 'Stabilising', cooperative: 'Cooperative', normative: 'Normative', restrictive: 'Restrictive', supportive: 'Supportive', mitigative: 'Mitigative' },
  horizons: { short: 'Short term', long: 'Longer term' }, needs: { none: 'None needed', tailored: 'Tailored to its degree', required: 'Required' },
  competences: { memberState: 'A Member State alone', memberStatesTogether: 'Member States together', memberStatesWithEu: 'Member States with EU institutions', euInstitutions: 'EU institutions' },
  bodies: { HWPCI: 'HWPCI', RELEX: 'RELEX', geographical: 'Geographical parties', ERCHT: 'HWP-ERCHT', PSC: 'PSC', COREPER: 'COREPER', Council: 'Council', HR: 'High Representative', EEAS: 'EEAS', Commission: 'Commission', memberStates: 'Member States' },
  edit: 'Edit', addOne: 'Add a measure', editTitle: 'Edit this measure', issue: 'Issue the next version', issueTitle: 'Issue a new version of the catalogue?', issueFollows: 'It goes to everybody in the circle with your next bundles. What was chosen from an earlier version stays as it was.', note: 'What has changed', notIssued: 'Changed here, not issued yet.', giveUp: 'Give up the changes',
  versions: 'Versions', issuedBy: (code: string, day: string, count: number) => `issued by ${code}, ${day}: ${counted(count, 'measure')}`, needsField: (field: string) => `Needed: ${lowered(field)}.`, keep: 'Keep', transit: 'Preferred first towards a State whose territory is used',
} as const
