import type { PageDoor } from '../visit.ts'

export const adminDoors: readonly PageDoor[] = []
