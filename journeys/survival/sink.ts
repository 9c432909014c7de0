import { SMTPServer } from 'smtp-server'

/** A mail server that takes everything and counts it by its Message-ID; `taken` hears of each one before it is answered. */
export async function openSink(taken: () => void = () => {}) {
  const letters = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (part: Buffer) => (text += part.toString()))
      stream.on('end', () => {
        const id = /^message-id: <([^@]+)@/im.exec(text)?.[1] ?? 'none'
        letters.set(id, (letters.get(id) ?? 0) + 1)
        taken()
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

export type Sink = Awaited<ReturnType<typeof openSink>>
