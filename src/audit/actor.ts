/** Whoever does something: a person, an organisation, an officer, or the system itself (the clock, the worker). */
export type Actor = {
  readonly id: string
  readonly kind: 'person' | 'organisation' | 'officer' | 'system'
  readonly name: string
}

/** The system's own account: it acts when the clock does, never in a person's stead. */
export const system: Actor = { id: '00000000-0000-7000-8000-000000000001', kind: 'system', name: 'Hệ thống' }
