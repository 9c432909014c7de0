import {
  type CompiledQuery,
  DummyDriver,
  type Insertable,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { DB } from '../../database/rows.ts'
import type { Sql } from './database.ts'

/** Where statements are put together; it is connected to nothing. */
const paper = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** One statement that is on its way and begins no other: an act need not hear its answer before it says `commit`. */
export type Sent<Row = unknown> = { readonly answered: Promise<readonly Row[]> }

/** Sends a statement that is put together for this once. */
export const sent = (statement: { execute(): Promise<readonly unknown[]> }): Sent => ({ answered: statement.execute() })

/** Stands in a statement for a value that comes later. */
type Place = { readonly placeOf: string }
const isPlace = (value: unknown): value is Place => typeof value === 'object' && value !== null && 'placeOf' in value
const places = new Proxy({}, { get: (_, name): Place => ({ placeOf: String(name) }) })

type Compiles<Row> = { compile(db: Sql): CompiledQuery<Row> }

/** So many shapes of one statement are kept. */
const most = 200

/**
 * A statement that is put together and compiled once and from then on only filled: for a short one that is half the work of sending it.
 * `write` must not look at a value, only say where it goes. One that comes in a few shapes, setting these columns or those, is compiled once for each
 * `name` of a shape.
 */
export function written<Values extends object, Row, Shape = undefined>(
  write: (db: Sql, values: Values, shape: Shape) => Compiles<Row>,
) {
  const known = new Map<string, CompiledQuery<Row>>()
  const compiled = (shape: Shape, name: string): CompiledQuery<Row> => {
    const before = known.get(name)
    if (before) return before
    const statement = write(paper, places as Values, shape).compile(paper)
    if (known.size < most) known.set(name, statement)
    return statement
  }
  const all = async (db: Sql, values: Values, shape = undefined as Shape, name = ''): Promise<Row[]> => {
    const statement = compiled(shape, name)
    const parameters = statement.parameters.map((one) => (isPlace(one) ? valueOf(values, one.placeOf) : one))
    return (await db.executeQuery<Row>({ ...statement, parameters })).rows
  }
  return {
    all,
    first: async (...asked: Parameters<typeof all>): Promise<Row | undefined> => (await all(...asked))[0],
    send: (...asked: Parameters<typeof all>): Sent<Row> => ({ answered: all(...asked) }),
  }
}

function valueOf(values: object, name: string): unknown {
  const value = (values as Record<string, unknown>)[name]
  if (value === undefined) throw new Error(`a statement lacks its ${name}`)
  return value
}

type Table = keyof DB & string
type Into = { table: Table; columns: readonly string[] }

const laying = written((db, values: Record<string, unknown>, { table, columns }: Into) =>
  db.insertInto(table).values(Object.fromEntries(columns.map((column) => [column, values[column]])) as never),
)

/** Lays one row into a table; a column left out, or undefined, keeps its default. */
export function layRow<Name extends Table>(db: Sql, table: Name, row: Insertable<DB[Name]>): Sent {
  const values = row as Record<string, unknown>
  const columns = Object.keys(values).filter((column) => values[column] !== undefined)
  return laying.send(db, values, { table, columns }, `${table} ${columns.join(' ')}`)
}
