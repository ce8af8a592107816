using OrleansMixi.Posts;

namespace OrleansMixi.Live;

/// <summary>Reads the topics that a client wants to watch: <c>home</c> and names of topics.</summary>
internal sealed class WatchedTopics(KnownTopics known)
{
    private const string HomeWord = "home";
    private const int MaxNames = 200;

    /// <summary>Whether home is among them, and the topics by number; refuses unknown ones.</summary>
    public async Task<(bool Home, IReadOnlyDictionary<Topic, string> Topics)> Read(IReadOnlyCollection<string> words, int member)
    {
        if (words.Count is 0 or > MaxNames)
        {
            throw Errors.Invalid("topics", "Name what to watch: 'home', or topics such as 'news:sports', with commas between.");
        }

        var home = false;
        var topics = new Dictionary<Topic, string>();
        foreach (var word in words)
        {
            if (word == HomeWord)
            {
                home = member != 0 ? true : throw new MixiException("unauthenticated", "'home' needs somebody who is signed in.", "topics");
            }
            else if (word is not null && TopicName.TryParse(word, out var name) && await known.Find(member, name) is { } topic)
            {
                topics[topic] = name.ToString();
            }
            else
            {
                throw new MixiException("not-found", $"There is no topic '{word?[..Math.Min(60, word.Length)]}'.", "topics");
            }
        }

        return (home, topics);
    }
}
