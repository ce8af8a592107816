// The same stream as Server-Sent Events, for networks that let no WebSocket through. The browser resumes by Last-Event-ID.
const kinds = { post: 'Posts', update: 'Changed', delete: 'Changed', notice: 'Notice', gap: 'Gap', reset: 'Reset' };

export function openEvents(topics, cursor, onFrame, onClosed) {
  return new Promise((resolve, reject) => {
    const query = new URLSearchParams({ topics: topics.join(','), cursor });
    const source = new EventSource(`/api/stream?${query}`);
    let open = false;
    source.onopen = () => {
      if (!open) resolve({ close: () => source.close() });
      open = true;
    };
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return;
      if (open) onClosed(); else reject(new Error('No event stream'));
    };
    for (const [event, kind] of Object.entries(kinds)) {
      source.addEventListener(event, message => onFrame(kind, { ...JSON.parse(message.data || '{}'), cursor: message.lastEventId }));
    }
  });
}
