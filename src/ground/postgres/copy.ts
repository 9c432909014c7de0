import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Client, Connection } from 'pg'

/** The driver's own way to hand in a query of another kind, as far as COPY needs it; its types leave it out. */
type Line = Connection & {
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(why: string): void
}
type Ends = { resolve(): void; reject(fault: Error): void }

const nothing = () => undefined
const unused = {
  handleRowDescription: nothing,
  handleDataRow: nothing,
  handlePortalSuspended: nothing,
  handleEmptyQuery: nothing,
}

/**
 * Runs `copy … to stdout` and writes every row into the stream, no faster than the stream takes them; ends the stream. A stream
 * that breaks ends the copy with its fault. The driver reuses its memory for the next rows, so what the stream keeps is a copy.
 */
export async function copyOut(client: Client, statement: string, into: Writable): Promise<void> {
  await run(client, statement, (ends) => {
    let waits = false
    let line: Line | undefined
    const goOn = () => {
      waits = false
      line?.stream.resume()
    }
    let broken: Error | undefined
    into.on('drain', goOn)
    into.on('error', (fault) => {
      broken = fault
      goOn()
    })
    return {
      handleCopyData({ chunk }: { chunk: Buffer }, from: Line) {
        line = from
        if (broken || into.write(Buffer.from(chunk)) || waits) return
        waits = true
        line.stream.pause()
      },
      handleCommandComplete: nothing,
      handleReadyForQuery() {
        // The last rows may have filled the stream: an ending stream drains no more, and the line must not stay shut.
        goOn()
        if (broken) ends.reject(broken)
        else into.end((fault?: Error | null) => (fault ? ends.reject(fault) : ends.resolve()))
      },
      handleError: ends.reject,
    }
  })
}

/** Runs `copy … from stdin` with everything the stream holds. A stream that breaks takes the statement back. */
export async function copyIn(client: Client, statement: string, from: Readable): Promise<void> {
  let broken: Error | undefined
  await run(client, statement, (ends) => ({
    handleCopyInResponse: (line: Line) =>
      void pump(from, line).catch((fault: Error) => {
        broken = fault
        line.sendCopyFail('the source broke off')
      }),
    handleCommandComplete: nothing,
    handleReadyForQuery: ends.resolve,
    handleError: (fault: Error) => ends.reject(broken ?? fault),
  }))
}

async function pump(from: Readable, line: Line): Promise<void> {
  for await (const chunk of from) {
    line.sendCopyFromChunk(chunk as Buffer)
    if ((line.stream as Writable).writableNeedDrain) await once(line.stream, 'drain')
  }
  line.endCopyFrom()
}

function run(client: Client, statement: string, handlers: (ends: Ends) => object): Promise<void> {
  return new Promise((resolve, reject) => {
    const query = { ...unused, ...handlers({ resolve, reject }), submit: (line: Connection) => line.query(statement) }
    client.query(query as never)
  })
}
