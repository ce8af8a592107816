using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Privacy;

namespace OrleansMixi.Friends;

/// <summary>
/// Tells the friends of two new friends: an entry of each of the two, so that it goes the way of every post. Whoever knows both
/// is told once. It is told only if both of them let it, and gone when the friendship is.
/// </summary>
internal sealed class FriendNews(PostLog log, PostStore posts, StoryStore stories, AuthorStore authors, PrivacyStore privacy)
{
    public async Task Tell(int one, int other)
    {
        if ((await privacy.Of(one)).Announce && (await privacy.Of(other)).Announce)
        {
            await Write(one, other);
            await Write(other, one);
        }
    }

    public async Task TakeBack(int one, int other)
    {
        await Remove(one, other);
        await Remove(other, one);
    }

    // No client can send a key with a space: a second try after a crash, or a second friendship within a day, tells nothing twice.
    private async Task Write(int author, int friend) =>
        await log.Append(new(
            ActivityKind.Post, author, author, Topic.User(author), friend, Audience.Friends,
            ActivityFlags.Friendship | (await authors.Find(author) is { Bot: true } ? ActivityFlags.Bot : ActivityFlags.None),
            Body: new(PostForm.Friendship, null, "", null, null), Key: $"friend {friend}"));

    private async Task Remove(int author, int friend)
    {
        foreach (var id in await stories.Friendships(author, friend))
        {
            if (await posts.Find(id) is { } post)
            {
                await log.Append(new(ActivityKind.Delete, author, author, post.Topic, id, post.Header.Audience, post.Header.Flags));
            }
        }
    }
}
