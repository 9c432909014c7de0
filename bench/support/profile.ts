import { setTimeout as wait } from 'node:timers/promises'

export type Profile = {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number }; children?: number[] }[]
  samples: number[]
  timeDeltas: number[]
}

/** Watches the main thread of a program that was started with `--inspect=<port>`, from this call until `stop`. */
export async function watchFunctions(port: number): Promise<{ stop(): Promise<Profile> }> {
  const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as [
    { webSocketDebuggerUrl: string },
  ]
  const socket = new WebSocket(target.webSocketDebuggerUrl)
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  const answers = new Map<number, (result: unknown) => void>()
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown }
    if (id) answers.get(id)?.(result)
  })
  let last = 0
  const ask = (method: string) =>
    new Promise<unknown>((resolve) => {
      answers.set(++last, resolve)
      socket.send(JSON.stringify({ id: last, method }))
    })
  await ask('Profiler.enable')
  await ask('Profiler.start')
  return {
    stop: async () => {
      const { profile } = (await ask('Profiler.stop')) as { profile: Profile }
      socket.close()
      await wait(50)
      return profile
    },
  }
}

/** Milliseconds by function: what it did itself, and with all it called. */
export function timesOf({ nodes, samples, timeDeltas }: Profile) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const above = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])))
  const own = new Map<string, number>()
  const whole = new Map<string, number>()
  const add = (to: Map<string, number>, name: string, ms: number) => to.set(name, (to.get(name) ?? 0) + ms)
  samples.forEach((sample, index) => {
    const ms = (timeDeltas[index] ?? 0) / 1000
    add(own, nameOf(byId.get(sample)!), ms)
    const line = new Set<string>()
    for (let id: number | undefined = sample; id !== undefined; id = above.get(id)) line.add(nameOf(byId.get(id)!))
    for (const name of line) add(whole, name, ms)
  })
  return { own, whole }
}

function nameOf({ callFrame: { functionName, url, lineNumber } }: Profile['nodes'][number]): string {
  const place = url
    .replace(/^.*\/node_modules\//, '~')
    .replace(/^.*\/(src|bench)\//, '')
    .replace(/^.*\/pnpm\//, '')
  return `${functionName || '(anonymous)'} ${place}${place ? `:${lineNumber + 1}` : ''}`
}
