/**
 * The working list of measures that the program brings: version 0. It is not the official list of 2023, which stands "in a separate
 * annex" that is not public. Descriptions are in our own words; a circle edits the list and issues its own versions.
 */
import type { Measure } from './measure.ts'

export const WORKING_LIST_LABEL = 'Working list, not an official list of the Council'

const NON_PAPER = '5797/5/16 REV 5'
const GUIDELINES = '10289/23'
const PREPARED_BY_PSC = ['HWPCI', 'PSC', 'COREPER', 'Council'] as const
const CFSP_DECISION = 'Article 29 TEU'

export const WORKING_LIST: readonly Measure[] = [
  {
    id: 'council-statement', name: 'Statement by the Council', source: `${NON_PAPER}, short-term response, statements`,
    description: 'Expresses concern or condemns, with or without naming anybody; recalls what States owe one another when their territory is used.',
    kinds: ['political', 'strategicCommunication'], effects: ['normative', 'preventive'], horizons: ['short'], attribution: 'tailored',
    competences: ['memberStatesWithEu', 'euInstitutions'], route: [...PREPARED_BY_PSC], legalBasis: '', escalation: 'Low; grows with the precision of what is attributed', firstTowardsTransit: false,
  },
  {
    id: 'hr-statement', name: 'Statement by the High Representative', source: `${NON_PAPER}, short-term response, statements`,
    description: 'On behalf of the EU after agreement, or on the High Representative’s own responsibility where speed matters.',
    kinds: ['political', 'strategicCommunication'], effects: ['normative', 'preventive'], horizons: ['short'], attribution: 'tailored',
    competences: ['euInstitutions', 'memberStatesWithEu'], route: ['HWPCI', 'PSC', 'HR'], legalBasis: 'Articles 18 and 27 TEU', escalation: 'Low to moderate', firstTowardsTransit: false,
  },
  {
    id: 'request-for-assistance', name: 'Formal diplomatic request for assistance', source: `${NON_PAPER}, short-term response, requests`,
    description: 'Asks the State from whose territory the activity comes to stop it, or to help against those behind it, without saying that it is responsible.',
    kinds: ['diplomatic'], effects: ['cooperative', 'mitigative'], horizons: ['short'], attribution: 'none',
    competences: ['memberState', 'memberStatesTogether', 'memberStatesWithEu'], route: ['HWPCI', 'geographical', 'PSC', 'EEAS', 'memberStates'], legalBasis: '', escalation: 'Low', firstTowardsTransit: true,
  },
  {
    id: 'demarche', name: 'Démarche through delegations and embassies', source: `${NON_PAPER}, short-term response, EEAS network; ${GUIDELINES}, point 16`,
    description: 'EU delegations and embassies raise the matter together: to ask for help, or to condemn where attribution allows it.',
    kinds: ['diplomatic'], effects: ['cooperative', 'normative', 'preventive'], horizons: ['short'], attribution: 'tailored',
    competences: ['memberStatesWithEu', 'memberStatesTogether'], route: ['HWPCI', 'geographical', 'PSC', 'EEAS', 'memberStates'], legalBasis: '', escalation: 'Low; can be made in private', firstTowardsTransit: true,
  },
  {
    id: 'recall-of-diplomats', name: 'Recall of diplomats for consultation', source: `${NON_PAPER}, short-term response, EEAS network`,
    description: 'A visible step up in diplomatic pressure, taken by States, better together.',
    kinds: ['diplomatic', 'political'], effects: ['restrictive'], horizons: ['short'], attribution: 'required',
    competences: ['memberState', 'memberStatesTogether'], route: ['HWPCI', 'geographical', 'PSC', 'memberStates'], legalBasis: '', escalation: 'Moderate; expect the same in return', firstTowardsTransit: false,
  },
  {
    id: 'expulsion', name: 'Expulsion of diplomats', source: `${NON_PAPER}, short-term response, active measures`,
    description: 'A decision of each State, which others may accompany with their own or with assistance.',
    kinds: ['diplomatic', 'legal'], effects: ['restrictive'], horizons: ['short'], attribution: 'required',
    competences: ['memberState', 'memberStatesTogether'], route: ['HWPCI', 'geographical', 'PSC', 'memberStates'], legalBasis: 'Vienna Convention on Diplomatic Relations, Article 9', escalation: 'High; expect the same in return', firstTowardsTransit: false,
  },
  {
    id: 'active-measures', name: 'Active measures under international law', source: `${NON_PAPER}, short-term response, active measures`,
    description: 'Stronger steps that international law allows a State under certain circumstances to stop the harm; other Member States can assist.',
    kinds: ['legal', 'operational'], effects: ['restrictive', 'mitigative'], horizons: ['short'], attribution: 'required',
    competences: ['memberState', 'memberStatesTogether'], route: ['HWPCI', 'PSC', 'memberStates'], legalBasis: 'International law on State responsibility', escalation: 'High', firstTowardsTransit: false,
  },
  {
    id: 'cyber-dialogue', name: 'Signal in a cyber dialogue or political dialogue', source: `${NON_PAPER}, long-term response, bilateral engagement; ${GUIDELINES}, point 16`,
    description: 'Raises the activity in the dialogues that the EEAS leads, with the State itself or with third countries.',
    kinds: ['diplomatic'], effects: ['cooperative', 'normative', 'stabilising'], horizons: ['long'], attribution: 'tailored',
    competences: ['euInstitutions', 'memberStatesWithEu'], route: ['HWPCI', 'geographical', 'EEAS'], legalBasis: '', escalation: 'Low', firstTowardsTransit: true,
  },
  {
    id: 'agreements', name: 'Norms of behaviour in agreements with partners', source: `${NON_PAPER}, long-term response, bilateral engagement`,
    description: 'Writes international law and norms of responsible behaviour into agreements between the EU and its partners.',
    kinds: ['legal', 'diplomatic'], effects: ['normative', 'stabilising'], horizons: ['long'], attribution: 'none',
    competences: ['euInstitutions', 'memberStatesWithEu'], route: ['HWPCI', 'geographical', 'COREPER', 'Council', 'EEAS', 'Commission'], legalBasis: 'Articles 216 to 218 TFEU', escalation: 'None', firstTowardsTransit: false,
  },
  {
    id: 'multilateral-fora', name: 'Signal in multilateral fora', source: `${NON_PAPER}, long-term response, multilateral engagement`,
    description: 'Brings the concern to the United Nations, the OSCE or another forum, alone or with partners.',
    kinds: ['diplomatic', 'political'], effects: ['normative', 'preventive'], horizons: ['long'], attribution: 'tailored',
    competences: ['memberStatesWithEu', 'euInstitutions'], route: ['HWPCI', 'PSC', 'EEAS'], legalBasis: '', escalation: 'Low', firstTowardsTransit: false,
  },
  {
    id: 'confidence-building', name: 'Confidence-building measures', source: `${GUIDELINES}, points 7 and 16`,
    description: 'Uses the contact points, consultations and other measures agreed in regional organisations to lower the risk of misunderstanding.',
    kinds: ['diplomatic', 'operational'], effects: ['stabilising', 'cooperative'], horizons: ['short', 'long'], attribution: 'none',
    competences: ['memberState', 'memberStatesWithEu'], route: ['HWPCI', 'geographical', 'EEAS', 'memberStates'], legalBasis: '', escalation: 'None', firstTowardsTransit: true,
  },
  {
    id: 'strategic-communication', name: 'Strategic communication with partners', source: `${NON_PAPER}, long-term response; ${GUIDELINES}, section 7`,
    description: 'Agreed lines, products and channels, so that Member States, institutions and partners say the same at the same time.',
    kinds: ['strategicCommunication'], effects: ['preventive', 'supportive', 'normative'], horizons: ['short', 'long'], attribution: 'none',
    competences: ['memberStatesWithEu', 'euInstitutions'], route: ['HWPCI', 'EEAS', 'Commission'], legalBasis: '', escalation: 'Low', firstTowardsTransit: false,
  },
  {
    id: 'cyber-sanctions', name: 'Listing under the cyber sanctions regime', source: `${NON_PAPER}, long-term response, restrictive measures; ${GUIDELINES}, section 5, step 5`,
    description: 'Freezes assets of, forbids funds to, and bars the entry of persons and entities responsible for attacks with a significant effect.',
    kinds: ['legal', 'economic'], effects: ['restrictive'], horizons: ['long'], attribution: 'required',
    competences: ['euInstitutions', 'memberStatesWithEu'], route: ['HWPCI', 'RELEX', 'geographical', 'PSC', 'COREPER', 'Council'],
    legalBasis: `${CFSP_DECISION}; Article 215 TFEU; Decision (CFSP) 2019/797 and Regulation (EU) 2019/796`, escalation: 'Moderate to high; evidence must stand before the Court', firstTowardsTransit: false,
  },
  {
    id: 'sectoral-sanctions', name: 'Sectoral sanctions, to be explored', source: `${GUIDELINES}, point 14`,
    description: 'Examines whether measures against a sector of the economy would serve.',
    kinds: ['legal', 'economic'], effects: ['restrictive'], horizons: ['long'], attribution: 'required',
    competences: ['euInstitutions'], route: ['HWPCI', 'RELEX', 'geographical', 'PSC', 'COREPER', 'Council', 'Commission'], legalBasis: `${CFSP_DECISION}; Article 215 TFEU`, escalation: 'High', firstTowardsTransit: false,
  },
  {
    id: 'sanctions-regime-review', name: 'Amendment or extension of the cyber sanctions regime, to be explored', source: `${GUIDELINES}, point 14`,
    description: 'Examines whether the regime should reach further, in criteria or in time.',
    kinds: ['legal'], effects: ['restrictive', 'preventive'], horizons: ['long'], attribution: 'none',
    competences: ['euInstitutions'], route: ['HWPCI', 'RELEX', 'PSC', 'COREPER', 'Council'], legalBasis: CFSP_DECISION, escalation: 'Low', firstTowardsTransit: false,
  },
  {
    id: 'law-enforcement', name: 'Investigation and prosecution', source: `${NON_PAPER}, long-term response, law enforcement; ${GUIDELINES}, point 14`,
    description: 'Member States investigate; Europol and Eurojust help them to act together. Other measures take ongoing work into account.',
    kinds: ['legal', 'operational'], effects: ['restrictive', 'preventive'], horizons: ['long'], attribution: 'tailored',
    competences: ['memberState', 'memberStatesTogether', 'memberStatesWithEu'], route: ['HWPCI', 'memberStates', 'Commission'], legalBasis: 'Directive 2013/40/EU', escalation: 'Low', firstTowardsTransit: false,
  },
  {
    id: 'regulatory-power', name: 'Regulatory and economic power', source: `${NON_PAPER}, long-term response, regulatory and economic power`,
    description: 'Considers cases and instruments of trade and of the single market.',
    kinds: ['economic', 'legal'], effects: ['restrictive'], horizons: ['long'], attribution: 'required',
    competences: ['euInstitutions'], route: ['HWPCI', 'COREPER', 'Council', 'Commission'], legalBasis: 'Common commercial policy, Article 207 TFEU', escalation: 'Moderate to high', firstTowardsTransit: false,
  },
  {
    id: 'response-partnerships', name: 'Partnerships for diplomatic responses', source: `${GUIDELINES}, point 14 and section 9`,
    description: 'Builds with like-minded partners the habit of answering together, jointly or in parallel.',
    kinds: ['diplomatic', 'political'], effects: ['cooperative', 'preventive'], horizons: ['long'], attribution: 'none',
    competences: ['memberStatesWithEu', 'euInstitutions'], route: ['HWPCI', 'PSC', 'EEAS'], legalBasis: '', escalation: 'Low', firstTowardsTransit: false,
  },
  {
    id: 'advisories', name: 'Awareness raising and publication of advisories', source: `${GUIDELINES}, points 14 and 16`,
    description: 'Tells the public, businesses and partners how the activity works and how to guard against it.',
    kinds: ['technical', 'strategicCommunication'], effects: ['preventive', 'mitigative', 'supportive'], horizons: ['short'], attribution: 'none',
    competences: ['memberState', 'memberStatesWithEu', 'euInstitutions'], route: ['HWPCI', 'EEAS', 'Commission', 'memberStates'], legalBasis: '', escalation: 'Low', firstTowardsTransit: true,
  },
  {
    id: 'foreign-intelligence', name: 'Coordinated action against malicious foreign intelligence activity', source: `${GUIDELINES}, point 14`,
    description: 'States act at the same time against the same kind of activity, each with its own powers.',
    kinds: ['operational', 'political'], effects: ['restrictive', 'preventive'], horizons: ['short', 'long'], attribution: 'required',
    competences: ['memberStatesTogether'], route: ['HWPCI', 'PSC', 'memberStates'], legalBasis: 'National law', escalation: 'High', firstTowardsTransit: false,
  },
  {
    id: 'suspension-of-engagements', name: 'Suspension or cancellation of engagements or dialogues', source: `${GUIDELINES}, point 14`,
    description: 'Puts off or calls off meetings, visits or dialogues with the State concerned.',
    kinds: ['diplomatic', 'political'], effects: ['restrictive'], horizons: ['short'], attribution: 'required',
    competences: ['euInstitutions', 'memberStatesWithEu'], route: ['HWPCI', 'geographical', 'PSC', 'EEAS'], legalBasis: '', escalation: 'Moderate; closes a channel', firstTowardsTransit: false,
  },
  {
    id: 'capacity-building', name: 'Targeted capacity building in third countries', source: `${GUIDELINES}, point 14`,
    description: 'Helps a third country to secure its networks and to prevent the misuse of its territory.',
    kinds: ['technical', 'economic'], effects: ['supportive', 'preventive', 'cooperative'], horizons: ['long'], attribution: 'none',
    competences: ['euInstitutions', 'memberStatesWithEu'], route: ['HWPCI', 'geographical', 'EEAS', 'Commission'], legalBasis: '', escalation: 'None', firstTowardsTransit: true,
  },
  {
    id: 'training-and-exercises', name: 'Training and exercises', source: `${GUIDELINES}, point 14 and section 10`,
    description: 'Rehearses the response together, within the EU or with partners.',
    kinds: ['operational'], effects: ['supportive', 'preventive', 'cooperative'], horizons: ['long'], attribution: 'none',
    competences: ['memberStatesWithEu', 'euInstitutions'], route: ['HWPCI', 'EEAS', 'Commission'], legalBasis: '', escalation: 'None', firstTowardsTransit: false,
  },
  {
    id: 'rapid-response', name: 'Rapid response assistance', source: `${GUIDELINES}, point 14`,
    description: 'Sends experts of Member States or EU bodies to help a Member State or partner that is affected.',
    kinds: ['technical', 'operational'], effects: ['supportive', 'mitigative'], horizons: ['short'], attribution: 'none',
    competences: ['memberStatesTogether', 'memberStatesWithEu'], route: ['HWPCI', 'EEAS', 'Commission', 'memberStates'], legalBasis: '', escalation: 'None', firstTowardsTransit: false,
  },
  {
    id: 'mutual-assistance', name: 'Mutual assistance or solidarity', source: `${GUIDELINES}, points 9 and 14`,
    description: 'Supports the State that invokes the clause; the toolbox can go with it.',
    kinds: ['political', 'operational', 'legal'], effects: ['supportive', 'mitigative'], horizons: ['short'], attribution: 'none',
    competences: ['memberStatesTogether', 'memberStatesWithEu'], route: ['HWPCI', 'PSC', 'COREPER', 'Council', 'memberStates'], legalBasis: 'Article 42(7) TEU; Article 222 TFEU', escalation: 'Moderate to high, by what is invoked', firstTowardsTransit: false,
  },
]
