// A mail relay for tests: one JSON line on standard output for each message it takes. It ends with its parent's pipe.
// Arguments: JSON such as {"user":"u","password":"p","secure":false,"answer":451,"hangUpAfterContent":true}
import { SMTPServer } from 'smtp-server';

const wishes = JSON.parse(process.argv[2] ?? '{}');
process.stdin.on('end', () => process.exit(0)).resume();

const server = new SMTPServer({
  secure: wishes.secure === true,
  authOptional: wishes.user === undefined,
  disabledCommands: wishes.user === undefined ? ['AUTH'] : [],
  allowInsecureAuth: true,
  hideSTARTTLS: wishes.starttls === false,
  onAuth(auth, session, done) {
    const known = auth.username === wishes.user && auth.password === wishes.password;
    done(known ? null : new Error('wrong user or password'), known ? { user: auth.username } : undefined);
  },
  onRcptTo(address, session, done) {
    done(wishes.refuse === address.address ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null);
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      if (wishes.hangUpAfterContent) {
        // It has the message, and dies before it says so.
        process.stdout.write(JSON.stringify({ lost: true }) + '\n', () => process.exit(1));
        return;
      }

      if (wishes.answer !== undefined) {
        done(Object.assign(new Error('not now'), { responseCode: wishes.answer }));
        return;
      }

      const to = session.envelope.rcptTo.map((recipient) => recipient.address);
      process.stdout.write(JSON.stringify({ to, secure: session.secure, user: session.user ?? null, message: Buffer.concat(chunks).toString('base64') }) + '\n');
      done(null, 'taken as 42');
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => process.stdout.write(JSON.stringify({ port: server.server.address().port }) + '\n'));
