// One connection to the hub: WebSocket without negotiation. SignalR's own reconnect is not used: line.js resumes by cursor.
let library;

function load() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('../lib/signalr/signalr.min.js', import.meta.url);
    script.onload = () => resolve(window.signalR);
    script.onerror = () => { library = undefined; script.remove(); reject(new Error('SignalR did not load')); };
    document.head.append(script);
  });
  return library;
}

/** Connects and watches; resolves once the server knows, then `onFrame(kind, data)` runs per frame and `onClosed()` once. */
export async function openHub(topics, cursor, onFrame, onClosed) {
  const signalR = await load();
  const hub = new signalR.HubConnectionBuilder()
    .withUrl('/hubs/feed', { transport: signalR.HttpTransportType.WebSockets, skipNegotiation: true })
    .configureLogging(signalR.LogLevel.None)
    .build();
  for (const kind of ['Posts', 'Changed', 'Notice', 'Gap', 'Reset']) hub.on(kind, data => onFrame(kind, data));
  let told = false;
  const closed = () => { if (!told) { told = true; onClosed(); } };
  await hub.start();
  hub.onclose(closed);
  try {
    await hub.invoke('Watch', topics, cursor);
  } catch (error) {
    told = true;
    await hub.stop();
    throw error;
  }
  return { close() { told = true; hub.stop(); } };
}
