// Serves one database in memory on a free port of the loopback interface, says which, and ends with its standard input.
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { bufferCopies } from './copy.mjs'

const db = await PGlite.create({ extensions: { vector } })
bufferCopies(db)
const server = new PGLiteSocketServer({ db, port: 0, host: '127.0.0.1', maxConnections: 16 })
server.addEventListener('listening', event => console.log(`port ${event.detail.port}`))
await server.start()
process.stdin.on('end', () => process.exit(0)).resume()
