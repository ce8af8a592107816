using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using OrleansMixi.Members;

namespace OrleansMixi.Accounts;

/// <summary>Keeps data-protection keys in the database, so that every host reads every host's cookies.</summary>
internal sealed class KeysInDatabase(DataProtectionKeyStore keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
