import { ok } from '../../../shared/base/result.ts'
import { viewCircle } from './circleView.ts'
import type { VaultHandler } from './context.ts'

export const circleList: VaultHandler<'circle.list'> = async (_input, session) =>
  ok({ circles: session.circles().map((state) => viewCircle(state, session)) })
