import type { PageDoor } from '../visit.ts'

export const publicDoors: readonly PageDoor[] = []
