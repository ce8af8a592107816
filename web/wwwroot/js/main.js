// The pages work without any of this; each part starts only where its element is.
import { startAlbum } from './album.js';
import { startArchive } from './archive.js';
import { startComposer } from './composer.js';
import { startDeeds } from './deeds.js';
import { startDiary } from './diary.js';
import { startFeed } from './feed.js';
import { startPart } from './fragments.js';
import { startKeys } from './keys.js';
import { freshenFaces } from './pictures.js';
import { onRing } from './rings.js';
import { startTalk } from './talk.js';
import { startTimes } from './times.js';
import { startTold } from './told.js';

startTimes();
startKeys();
startAlbum();
document.querySelectorAll('[data-archive]').forEach(startArchive);
freshenFaces();
document.querySelectorAll('[data-feed]').forEach(startFeed);
document.querySelectorAll('[data-composer]').forEach(startComposer);
document.querySelectorAll('[data-told-nav]').forEach(startTold);
document.querySelectorAll('[data-diary]').forEach(startDiary);
document.querySelectorAll('[data-deeds]').forEach(startDeeds);
document.querySelectorAll('[data-fragment][data-ring]').forEach(part => startPart(part, onRing));
document.querySelectorAll('[data-talk]').forEach(startTalk);
