/** Every frozen bundle. A list only grows: what was once made is never made otherwise. */
import { vectors as first } from './bundles.ts'
import type { Vector } from './bundles.ts'
import { hostileContainers } from './hostileContainers.ts'
import { hostileEvents } from './hostileEvents.ts'
import { hostileManifests } from './hostileManifests.ts'
import { laterEvidence } from './laterEvidence.ts'
import { laterFields } from './laterFields.ts'
import { wholeCase } from './wholeCase.ts'

export type { Expected, Vector } from './bundles.ts'

export const vectors: readonly Vector[] = [...first, ...hostileContainers, ...hostileManifests, ...hostileEvents, wholeCase, laterFields, laterEvidence]
