/** What every screen of an open vault may know: who I am, my circles, my dossiers, where I am, and how to go elsewhere. */
import { createContext, useContext } from 'react'
import type { Output } from '../../shared/ipc/contract.ts'
import type { CircleView } from '../../shared/ipc/circleMethods.ts'
import type { Me } from '../../shared/ipc/vaultMethods.ts'
import type { CircleId, DossierId } from '../../shared/base/identifiers.ts'
import type { Place } from './place.ts'

export type DossierSummary = Output<'dossier.list'>['dossiers'][number]
export type Role = CircleView['myRoles'][number]

export interface House {
  readonly me: Me
  readonly circles: readonly CircleView[]
  readonly dossiers: readonly DossierSummary[]
  readonly here: Place
  go(place: Place): void
}

export const HouseContext = createContext<House | null>(null)

export function useHouse(): House {
  const house = useContext(HouseContext)
  if (house === null) throw new Error('no vault is open around this screen')
  return house
}

/** My roles in the circle of a dossier or of a circle named by itself; none where it is unknown here. */
export function rolesIn(house: House, where: { circle: CircleId } | { dossier: DossierId }): readonly Role[] {
  const circle = 'circle' in where ? where.circle : house.dossiers.find((one) => one.dossier === where.dossier)?.circle
  return house.circles.find((one) => one.circle === circle)?.myRoles ?? []
}

/** The secretariat and the chair run a circle's procedures: they set silence and close it. */
export function runsDossiers(roles: readonly Role[]): boolean {
  return roles.includes('secretariat') || roles.includes('chair')
}

/** Observers hear and answer, but open, amend and mark nothing. */
export function takesPart(roles: readonly Role[]): boolean {
  return roles.some((role) => role !== 'observer')
}

/** Who may add a text and issue its next REV. */
export function issuesTexts(roles: readonly Role[]): boolean {
  return runsDossiers(roles) || roles.includes('drafter')
}
