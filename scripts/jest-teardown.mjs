export default async function teardown() {
  await globalThis.plumblineTestServer?.stop();
}
