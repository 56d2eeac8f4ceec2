// PGlite answers one message at a time, and cannot wait inside COPY ... FROM STDIN for the next. So the statement is announced to the client at once, and sent
// to the database when all its data have come: by the same binary protocol, in one piece.
const type = message => String.fromCharCode(message[0])
const inBinary = /^COPY [^(]+\((.*)\) FROM STDIN \(FORMAT BINARY\)/s

export function bufferCopies(db) {
  const send = db.execProtocolRawStream.bind(db)
  let pending = null
  db.execProtocolRawStream = async (message, options) => {
    const columns = type(message) === 'Q' && inBinary.exec(new TextDecoder().decode(message.subarray(5)))?.[1]
    if (columns) {
      pending = [message]
      options.onRawData(copyInResponse(columns.split(',').length))
    } else if (pending && type(message) === 'd') {
      pending.push(message)
    } else if (pending) {
      const whole = Buffer.concat([...pending, message])
      pending = null
      await send(new Uint8Array(whole), { ...options, onRawData: data => options.onRawData(withoutCopyInResponse(data)) })
    } else {
      await send(message, options)
    }
  }
}

function copyInResponse(columns) {
  const response = Buffer.alloc(8 + 2 * columns)
  response.write('G')
  response.writeInt32BE(7 + 2 * columns, 1)
  response.writeInt8(1, 5)
  response.writeInt16BE(columns, 6)
  for (let i = 0; i < columns; i++) response.writeInt16BE(1, 8 + 2 * i)
  return response
}

function withoutCopyInResponse(data) {
  return type(data) === 'G' ? data.subarray(1 + Buffer.from(data).readInt32BE(1)) : data
}
