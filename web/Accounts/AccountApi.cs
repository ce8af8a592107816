using System.Text.Json;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Profiles;

namespace OrleansMixi.Accounts;

/// <summary>The caller's own account, and members made by an administrator.</summary>
internal static class AccountApi
{
    private const int MaxMembers = 500;

    public static void MapAccountApi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/me", Me).WithTags("Account").Produces<MeView>().WithSummary("Who am I");
        app.MapPatch("/api/me", Edit).WithTags("Account").Accepts<MeEdit>("application/json").Produces<MeView>().WithSummary("Change nickname, bot mark, settings");
        app.MapGet("/api/me/tokens", Tokens).WithTags("Account").Produces<TokenView[]>().WithSummary("The caller's living access tokens, without their secrets");
        app.MapDelete("/api/me/tokens/{number:int}", Revoke).WithTags("Account").Produces(204).WithSummary("Revoke an access token; its live streams end at once");
        app.MapPost("/api/admin/members", MakeMembers).WithTags("Administration").Accepts<NewMember[]>("application/json").Produces<MadeMember[]>()
            .WithSummary("Make up to 500 members, each with a token; scope 'admin'");
    }

    private static async Task<IResult> Me(HttpContext http, MemberStore members, IGrainFactory grains)
    {
        var row = await members.Find(http.User.Require("read")) ?? throw Errors.NotFound("member");
        return Results.Ok(View(http, row, await grains.GetGrain<IUserGrain>(row.Number).Settings()));
    }

    private static async Task<IResult> Edit(HttpContext http, MemberStore members, IGrainFactory grains, ProfileDesk profiles, AccessLog access, LogTail tail)
    {
        var member = http.User.Require("post");
        using var document = await http.ReadJson();
        var edit = Bodies.Read<MeEdit>(document.RootElement);
        var row = await members.Find(member) ?? throw Errors.NotFound("member");
        var grain = grains.GetGrain<IUserGrain>(member);
        var settings = await grain.Settings();
        if (edit.Nickname is not null || edit.Bot is not null || edit.Language is not null)
        {
            await members.Rename(member, edit.Nickname ?? row.Nickname, edit.Bot ?? row.Bot != 0, edit.Language ?? row.Language);
            await access.Changed(member);
        }

        if (edit.Introduction is not null)
        {
            await profiles.Change(member, new(new(edit.Introduction)));
        }

        if (edit.HideBots is { } hideBots)
        {
            settings = settings with { HideBots = hideBots };
            await grain.ChangeSettings(settings);
        }

        await tail.Settled(tail.Shape.QueueOf(member), http.RequestAborted);
        return Results.Ok(View(http, await members.Find(member) ?? row, settings));
    }

    private static async Task<IResult> Tokens(HttpContext http, TokenStore tokens) =>
        Results.Ok((await tokens.Of(http.User.Require("read"))).Select(token => new TokenView(
            token.Number, token.Name, token.Scopes.Split(','), DateTimeOffset.FromUnixTimeMilliseconds(token.Created))));

    private static async Task<IResult> Revoke(int number, HttpContext http, TokenStore tokens, AccessLog access, LogTail tail)
    {
        var member = http.User.Require("post");
        if (await tokens.Revoke(member, number))
        {
            await access.Revoked(member, number);
            await tail.Settled(tail.Shape.QueueOf(member), http.RequestAborted);
        }

        return Results.NoContent();
    }

    private static async Task<IResult> MakeMembers(HttpContext http, MemberStore members, TokenStore tokens)
    {
        http.User.Require("admin");
        using var document = await http.ReadJson();
        if (document.RootElement.ValueKind != JsonValueKind.Array || document.RootElement.GetArrayLength() is 0 or > MaxMembers)
        {
            throw Errors.Invalid("$", $"Send an array of 1 to {MaxMembers} members: [{{ \"handle\": \"…\" }}].");
        }

        var made = new List<MadeMember>();
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var wanted = Bodies.Read<NewMember>(item);
            var row = await members.Create(wanted.Handle, wanted.Nickname);
            made.Add(new(row.Handle, row.Number, await tokens.Create(row.Number, ["read", "post"], "made by an administrator")));
        }

        return Results.Ok(made);
    }

    private static MeView View(HttpContext http, MemberRow row, MemberSettings settings) => new(
        row.Handle, row.Nickname, row.Bot != 0, settings.HideBots, row.Language, [.. http.User.FindAll(Caller.ScopeClaim).Select(claim => claim.Value)]);
}
