import type { Writable } from 'node:stream'
import type { ClientBase } from 'pg'

/** A statement on its way; `ends` where the server is asked to answer up to here, and to go on after a fault. */
type OnItsWay = { ends: boolean; name?: string | undefined; columns?: Columns | undefined }

/** What the driver makes of the columns that a statement answers with; making it took longer than reading the rows. */
type Columns = Readonly<Record<string, unknown>>
const made = ['fields', '_parsers', '_prebuiltEmptyResultObject'] as const
type Query = { _result: Record<string, unknown>; _accumulateRows: boolean }

/** The driver's connection: only what is changed here. */
type Connection = {
  stream: Writable
  query(text: string): void
  bind(asked: { statement?: string }): void
  describe(what: unknown): void
  close(): void
  sync(): void
  emit(event: string, message?: unknown): boolean
}

const sync = Buffer.of(0x53, 0, 0, 0, 4)

/**
 * What is said in one turn of this program goes to the server as one piece: each piece wakes it, which costs more than reading it, and the driver
 * writes four for each statement. Inside a transaction the statements of a piece are answered as one too: the driver asks for an answer behind each of
 * them, and each is a system call there and a waking here. After a fault the server passes over what stands behind it in its piece, `commit` also;
 * that is told here as PostgreSQL tells it of statements in a broken transaction.
 */
export function inPieces(client: ClientBase) {
  const driver = client as unknown as { connection: Connection; _getActiveQuery(): Query }
  const { connection } = driver
  const line: OnItsWay[] = []
  let isInside = false
  let isEnding = false
  let isUnsaid = false
  let unanswered: OnItsWay | undefined
  /** Of each named statement that was answered; nothing for one that answers without rows. */
  const columns = new Map<string, Columns | undefined>()
  let name: string | undefined

  const answerHere = () => {
    if (!unanswered) return
    unanswered.ends = true
    unanswered = undefined
    connection.stream.write(sync)
  }
  gatherWrites(connection.stream, () => {
    answerHere()
    if (isEnding) isInside = isEnding = false
  })
  const query = connection.query.bind(connection)
  const [bind, describe] = [connection.bind.bind(connection), connection.describe.bind(connection)]
  connection.bind = (asked) => {
    name = asked.statement
    bind(asked)
  }
  connection.describe = (what) => {
    if (!name || !columns.has(name)) describe(what)
  }
  connection.query = (text) => {
    answerHere()
    line.push({ ends: true })
    query(text)
  }
  connection.sync = () => {
    const statement = { ends: false, name, columns: columns.get(name ?? '') }
    line.push(statement)
    unanswered = statement
    if (!isInside || isUnsaid) answerHere()
    isUnsaid = false
  }
  // Said of a statement whose values cannot be put into words for the server. Its plan is good, and may be in use: it stays.
  connection.close = () => void (isUnsaid = true)
  const learn = (named: string, hasRows: boolean) => {
    const result = driver['_getActiveQuery']()['_result']
    columns.set(named, hasRows ? Object.fromEntries(made.map((part) => [part, result[part]])) : undefined)
  }
  const recall = (known: Columns) => {
    const asked = driver['_getActiveQuery']()
    for (const part of made) asked['_result'][part] = known[part]
    asked['_accumulateRows'] = true
  }
  connection.emit = tellingEach(line, { learn, recall }, connection.emit.bind(connection))

  return {
    begins: () => void (isInside = true),
    /** What travels behind it is answered together with it. */
    commits: () => void (isEnding = true),
    /** Never passed over. */
    rollsBack: () => {
      answerHere()
      isEnding = true
    },
  }
}

/** Gathers what is written in one turn; `last` may add to it. */
function gatherWrites(stream: Writable, last: () => void): void {
  const write = stream.write.bind(stream) as (part: Uint8Array, ...rest: unknown[]) => boolean
  let parts: Uint8Array[] = []
  const flush = () => {
    last()
    if (parts.length > 0) write(parts.length === 1 ? parts[0]! : Buffer.concat(parts))
    parts = []
  }
  const gather = (part: Uint8Array, ...rest: unknown[]) => {
    if (rest.length > 0) {
      flush()
      return write(part, ...rest)
    }
    if (parts.push(part) === 1) process.nextTick(flush)
    return true
  }
  stream.write = gather as typeof stream.write
}

/** Tells the driver of each statement that it is over, where the server says so once for several. */
function tellingEach(
  line: OnItsWay[],
  { learn, recall }: { learn(name: string, hasRows: boolean): void; recall(known: Columns): void },
  tell: Connection['emit'],
): Connection['emit'] {
  let isBroken = false
  return (event, message) => {
    const [statement] = line
    if (event === 'errorMessage') isBroken = statement !== undefined
    if (event === 'readyForQuery') {
      if (isBroken) tellPassedOver(line, tell)
      isBroken = false
      line.shift()
    }
    const isHeard = tell(event, message)
    if ((event === 'rowDescription' || event === 'noData') && statement?.name)
      learn(statement.name, event === 'rowDescription')
    if (event === 'bindComplete' && statement?.columns) recall(statement.columns)
    const isOver = event === 'commandComplete' || event === 'emptyQuery'
    if (isOver && statement && !statement.ends) {
      line.shift()
      tell('readyForQuery')
    }
    return isHeard
  }
}

function tellPassedOver(line: OnItsWay[], tell: Connection['emit']): void {
  while (line[0] && !line[0].ends) {
    line.shift()
    tell('readyForQuery')
    const fault = new Error('current transaction is aborted, commands ignored until end of transaction block')
    tell('errorMessage', Object.assign(fault, { code: '25P02' }))
  }
}
