// The pages work without any of this; each part starts only where its element is.
import { startComposer } from './composer.js';
import { startDeeds } from './deeds.js';
import { startDiary } from './diary.js';
import { startFeed } from './feed.js';
import { startKeys } from './keys.js';
import { startTimes } from './times.js';

startTimes();
startKeys();
document.querySelectorAll('[data-feed]').forEach(startFeed);
document.querySelectorAll('[data-composer]').forEach(startComposer);
document.querySelectorAll('[data-diary]').forEach(startDiary);
document.querySelectorAll('[data-deeds]').forEach(startDeeds);
