import type { PageDoor } from '../visit.ts'

export const officerDoors: readonly PageDoor[] = []
