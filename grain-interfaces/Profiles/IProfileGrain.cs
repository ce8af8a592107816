using Orleans.Concurrency;
using OrleansMixi.Posts;

namespace OrleansMixi.Profiles;

/// <summary>What a member tells about the own person, and how the own page looks. Key: the member's number.</summary>
[Alias("mixi.IProfileGrain")]
public interface IProfileGrain : IGrainWithIntegerKey
{
    /// <summary>The whole profile; who shows it asks for each field whether the viewer may see it.</summary>
    [AlwaysInterleave, Alias("Read")]
    Task<Profile> Read();

    /// <summary>Replaces the profile; only on behalf of the member. Refuses what is out of bounds.</summary>
    [Alias("Change")]
    Task Change(Profile profile);

    /// <summary>Whatever a friend group could see that is taken away, nobody sees from now on.</summary>
    [Alias("Forget")]
    Task Forget(Audience audience);
}
