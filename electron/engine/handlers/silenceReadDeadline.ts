import type { OpenHandler } from './context.ts'
import { deadlineOf } from './silenceDeadline.ts'

export const silenceReadDeadline: OpenHandler<'silence.readDeadline'> = async ({ wallTime, zone }, context) => deadlineOf(wallTime, zone, context.now())
