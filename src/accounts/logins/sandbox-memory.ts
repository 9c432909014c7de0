type Kept = { payload: Record<string, unknown>; until: number }

/** What a twin must remember for some minutes, in this process only and never more than so many things. */
export function forgetfulAdapter(most = 20_000) {
  const kept = new Map<string, Kept>()

  return class {
    readonly name: string
    constructor(name: string) {
      this.name = name
    }

    key(id: string): string {
      return `${this.name}:${id}`
    }

    async upsert(id: string, payload: Record<string, unknown>, seconds = 600): Promise<void> {
      kept.delete(this.key(id))
      kept.set(this.key(id), { payload, until: Date.now() + seconds * 1000 })
      while (kept.size > most) kept.delete(kept.keys().next().value!)
    }

    async find(id: string): Promise<Record<string, unknown> | undefined> {
      const found = kept.get(this.key(id))
      return found && found.until > Date.now() ? found.payload : undefined
    }

    async findByUid(uid: string): Promise<Record<string, unknown> | undefined> {
      const found = [...kept.values()].find(({ payload }) => payload['uid'] === uid)
      return found?.payload
    }

    async findByUserCode(): Promise<undefined> {
      return undefined
    }

    async consume(id: string): Promise<void> {
      const found = kept.get(this.key(id))
      if (found) found.payload['consumed'] = Math.floor(Date.now() / 1000)
    }

    async destroy(id: string): Promise<void> {
      kept.delete(this.key(id))
    }

    async revokeByGrantId(grant: string): Promise<void> {
      for (const [key, { payload }] of kept) if (payload['grantId'] === grant) kept.delete(key)
    }
  }
}
