/** Why a Word file is refused: the codes of the contract, the stage of the door, and one closed reason for the sentence on screen. */

export const DOCX_REASONS = [
  // container
  'too-large', 'not-a-zip', 'zip-cut', 'zip-unsupported', 'zip-damaged', 'too-many-parts', 'unsafe-name', 'part-missing', 'part-too-large', 'ratio',
  // XML
  'not-xml', 'doctype', 'encoding', 'too-deep', 'too-many-nodes',
  // content
  'empty', 'too-long', 'tracked-changes',
  // the worker around it
  'time', 'memory',
] as const
export type DocxReason = (typeof DOCX_REASONS)[number]

export interface DocxFault {
  readonly code: 'docx-malformed' | 'docx-has-changes' | 'text-too-large' | 'text-empty' | 'file-too-large'
  readonly stage: 'limit' | 'container' | 'payload' | 'schema' | 'policy'
  readonly reason: DocxReason
}

/** Thrown inside this room only, so that deep walks stay readable; the entry points turn it into a value. */
export class DocxRefused extends Error {
  readonly fault: DocxFault
  constructor(fault: DocxFault) {
    super(fault.reason)
    this.fault = fault
  }
}

export function refuse(code: DocxFault['code'], stage: DocxFault['stage'], reason: DocxReason): never {
  throw new DocxRefused({ code, stage, reason })
}
