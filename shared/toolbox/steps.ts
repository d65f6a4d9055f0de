/** The nine steps of the toolbox: document 10289/23, section 5. A guide, not a gate: steps overlap and are revisited. */

export interface Step {
  /** 1 to 9. */
  readonly number: number
  readonly name: string
  /** One word for the edge of a timeline. */
  readonly short: string
  readonly whoMayAct: string
  /** What the step leaves in the dossier. */
  readonly leaves: string
  readonly source: string
}

export const STEPS: readonly Step[] = [
  {
    number: 1, name: 'Start discussions', short: 'Start',
    whoMayAct: 'A Member State or the EEAS, with input from the Commission',
    leaves: 'The activity; interest in an exchange of awareness and in a joint response',
    source: '10289/23, section 5, step 1',
  },
  {
    number: 2, name: 'Share situational awareness', short: 'Awareness',
    whoMayAct: 'Member States as they choose; SIAC in the lead; CERT-EU, ENISA, Europol, EU-CyCLONe on severity; the private sector by invitation; geographical parties',
    leaves: 'Contributions and briefings, oral or written',
    source: '10289/23, section 4 and section 5, step 2',
  },
  {
    number: 3, name: 'Explore a joint response', short: 'Explore',
    whoMayAct: 'Any Member State or EU body proposes; the working party asks the EEAS for an options note or a strategic response note',
    leaves: 'The notes, with their candidate measures',
    source: '10289/23, section 5, step 3',
  },
  {
    number: 4, name: 'Deliberate', short: 'Deliberate',
    whoMayAct: 'The working party, guided by PSC and COREPER, with thematic and geographical parties; orally or in writing',
    leaves: 'Positions; attribution or none; lines for communication',
    source: '10289/23, section 5, step 4',
  },
  {
    number: 5, name: 'Decide', short: 'Decide',
    whoMayAct: 'Council procedures; RELEX and geographical parties for restrictive measures; the High Representative; COREU or the simplified written procedure',
    leaves: 'A decision for each measure: body, date, procedure',
    source: '10289/23, section 5, step 5',
  },
  {
    number: 6, name: 'Implement', short: 'Implement',
    whoMayAct: 'Member States, the EEAS and the Commission, measure by measure',
    leaves: 'Actors, actions and their status',
    source: '10289/23, section 5, step 6',
  },
  {
    number: 7, name: 'Involve partners', short: 'Partners',
    whoMayAct: 'The EEAS; candidate and associated countries align',
    leaves: 'Requests, joint or parallel responses, alignment',
    source: '10289/23, section 5, step 7',
  },
  {
    number: 8, name: 'Evaluate impact', short: 'Evaluate',
    whoMayAct: 'The working party, with the EEAS and the Commission',
    leaves: 'Effects in the short and long term; lessons for strategic notes',
    source: '10289/23, section 5, step 8',
  },
  {
    number: 9, name: 'Continue', short: 'Continue',
    whoMayAct: 'Member States, who may reopen any step',
    leaves: 'The reopening and its reason',
    source: '10289/23, section 5, step 9',
  },
]

/** Where an event usually belongs; a person may place it elsewhere. Silence and texts belong to deliberation. */
const SUGGESTED: Readonly<Record<string, number>> = {
  'dossier.opened': 1,
  'contribution.added': 2,
  'attachment.added': 2,
  'attachment.destroyed': 2,
  'release.consented': 2,
  'position.taken': 4,
  'text.revIssued': 4,
  'text.amended': 4,
  'text.commented': 4,
  'silence.opened': 4,
  'silence.responded': 4,
  'silence.extended': 4,
  'silence.intakeClosed': 4,
  'silence.certified': 4,
  'silence.drafted': 4,
  'silence.useStated': 4,
  'silence.served': 4,
  'silence.answerWithdrawn': 4,
  'silence.suspended': 4,
  'silence.resumed': 4,
  'silence.withdrawn': 4,
  'silence.forwarded': 4,
  'reservation.entered': 4,
  'reservation.lifted': 4,
}

/** Number of a step, or null for an event that belongs to none by itself. */
export function suggestedStep(eventType: string): number | null {
  return Object.hasOwn(SUGGESTED, eventType) ? SUGGESTED[eventType] ?? null : null
}
