import type { PageDoor } from '../visit.ts'

export const citizenDoors: readonly PageDoor[] = []
