import { randomBytes } from 'node:crypto';
import { driveBadRequest, driveChildNotFound, driveForbidden } from '../contract/drive-error.ts';
import type { JsonObject } from '../contract/json.ts';
import { type Answer, type Call, json, type Method, param, queryFlag } from '../http/call.ts';
import type { DriveFile } from '../model/drive-file.ts';
import { assertUnlocked } from './content-restriction.ts';
import { userView } from './file-view.ts';
import { readFile, requireFields, updateFile } from './update-file.ts';

function list(call: Call): Answer {
  requireFields(call);
  const { file } = readFile(call, 'commenter');
  const withDeleted = queryFlag(call, 'includeDeleted');
  const comments = file.comments.filter((comment) => withDeleted || comment['deleted'] !== true);
  return json({ kind: 'drive#commentList', comments: comments.map((comment) => shown(comment, call)) });
}

function get(call: Call): Answer {
  requireFields(call);
  return json(shown(known(readFile(call, 'commenter').file, param(call, 'commentId')), call));
}

/** A comment or reply as the caller sees it: who wrote it is told without address and permission id [D]. */
function shown(entry: JsonObject, call: Call): JsonObject {
  const { author: by, replies, ...rest } = entry;
  const author = by as JsonObject & Author;
  const { emailAddress, permissionId: _id, ...visible } = author;
  return {
    ...rest,
    author: { ...visible, me: emailAddress === call.caller.email },
    ...(Array.isArray(replies) ? { replies: replies.map((reply: JsonObject) => shown(reply, call)) } : {}),
  };
}

interface Author {
  readonly emailAddress?: string;
}

async function create(call: Call): Promise<Answer> {
  requireFields(call);
  const comment = { ...newEntry(call, 'drive#comment'), ...anchored(call.body), replies: [] };
  await updateFile(call, 'commenter', (file) => {
    assertUnlocked(file);
    return { file: { ...file, comments: [...file.comments, comment] }, result: undefined };
  });
  return json(shown(comment, call));
}

/** Only a comment on a place says that it is not resolved yet (public samples of answers). */
function anchored(body: JsonObject): JsonObject {
  const kept = Object.entries(body).filter(([name]) => name === 'anchor' || name === 'quotedFileContent');
  return kept.length === 0 ? {} : { ...Object.fromEntries(kept), resolved: false };
}

function newEntry(call: Call, kind: string): JsonObject {
  const content = call.body['content'];
  if (typeof content !== 'string' || content === '') {
    throw driveBadRequest('The content field is required.', 'required');
  }
  const time = call.service.now().toISOString();
  return {
    kind,
    id: `AAAA${randomBytes(6).toString('base64url')}`,
    createdTime: time,
    modifiedTime: time,
    author: userView(call.caller.email, call.caller.displayName, call.caller),
    deleted: false,
    content,
    htmlContent: escaped(content),
  };
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

async function update(call: Call): Promise<Answer> {
  requireFields(call);
  const content = call.body['content'];
  const comment = await editComment(call, (before) => {
    assertAuthor(call, before);
    return typeof content === 'string'
      ? { ...before, content, htmlContent: escaped(content), modifiedTime: call.service.now().toISOString() }
      : before;
  });
  return json(shown(comment, call));
}

async function remove(call: Call): Promise<Answer> {
  await editComment(call, (before) => {
    assertAuthor(call, before);
    const { content: _text, htmlContent: _html, ...rest } = before;
    return { ...rest, deleted: true, modifiedTime: call.service.now().toISOString() };
  });
  return { kind: 'empty' };
}

function assertAuthor(call: Call, entry: JsonObject): void {
  const author = entry['author'] as JsonObject & Author;
  if (author.emailAddress !== call.caller.email) throw driveForbidden();
}

function editComment(call: Call, edit: (before: JsonObject) => JsonObject): Promise<JsonObject> {
  return updateFile(call, 'commenter', (file) => {
    assertUnlocked(file);
    const before = known(file, param(call, 'commentId'));
    const after = edit(before);
    const comments = file.comments.map((comment) => (comment === before ? after : comment));
    return { file: { ...file, comments }, result: after };
  });
}

function known(file: DriveFile, id: string): JsonObject {
  const found = file.comments.find((comment) => comment['id'] === id);
  if (found === undefined) throw driveChildNotFound('Comment', id, 'commentId');
  return found;
}

function repliesOf(comment: JsonObject): readonly JsonObject[] {
  return comment['replies'] as readonly JsonObject[];
}

function listReplies(call: Call): Answer {
  requireFields(call);
  const comment = known(readFile(call, 'commenter').file, param(call, 'commentId'));
  return json({ kind: 'drive#replyList', replies: repliesOf(comment).map((reply) => shown(reply, call)) });
}

/** A reply may also close the comment or open it again (`action`) [D]. */
async function createReply(call: Call): Promise<Answer> {
  requireFields(call);
  const { action } = call.body;
  const closes = action === 'resolve' || action === 'reopen';
  const content = call.body['content'] ?? '';
  const entry = newEntry(
    { ...call, body: { content: content === '' && closes ? String(action) : content } },
    'drive#reply',
  );
  const reply = closes ? { ...entry, action } : entry;
  await editComment(call, (before) => ({
    ...before,
    ...(closes ? { resolved: action === 'resolve' } : {}),
    replies: [...repliesOf(before), reply],
  }));
  return json(shown(reply, call));
}

function getReply(call: Call): Answer {
  requireFields(call);
  const comment = known(readFile(call, 'commenter').file, param(call, 'commentId'));
  return json(shown(knownReply(comment, param(call, 'replyId')), call));
}

async function updateReply(call: Call): Promise<Answer> {
  requireFields(call);
  const content = String(call.body['content'] ?? '');
  const reply = await editReply(call, (before) => ({ ...before, content, htmlContent: escaped(content) }));
  return json(shown(reply, call));
}

async function removeReply(call: Call): Promise<Answer> {
  await editReply(call, ({ content: _text, htmlContent: _html, ...rest }) => ({ ...rest, deleted: true }));
  return { kind: 'empty' };
}

async function editReply(call: Call, edit: (before: JsonObject) => JsonObject): Promise<JsonObject> {
  let after: JsonObject = {};
  await editComment(call, (comment) => {
    const before = knownReply(comment, param(call, 'replyId'));
    assertAuthor(call, before);
    after = { ...edit(before), modifiedTime: call.service.now().toISOString() };
    return { ...comment, replies: repliesOf(comment).map((reply) => (reply === before ? after : reply)) };
  });
  return after;
}

function knownReply(comment: JsonObject, id: string): JsonObject {
  const found = repliesOf(comment).find((reply) => reply['id'] === id);
  if (found === undefined) throw driveChildNotFound('Reply', id, 'replyId');
  return found;
}

export const commentMethods: Readonly<Record<string, Method>> = {
  'drive.comments.list': list,
  'drive.comments.get': get,
  'drive.comments.create': create,
  'drive.comments.update': update,
  'drive.comments.delete': remove,
  'drive.replies.list': listReplies,
  'drive.replies.get': getReply,
  'drive.replies.create': createReply,
  'drive.replies.update': updateReply,
  'drive.replies.delete': removeReply,
};
