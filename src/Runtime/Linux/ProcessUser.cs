using System.Globalization;

namespace TopHalf;

/// <summary>The user that the process runs as, for messages.</summary>
internal static class ProcessUser
{
    /// <summary>The name, or the number of a user without one: containers run many of those.</summary>
    public static string Name => Describe(static () => Environment.UserName, SystemCall.EffectiveUser());

    internal static string Describe(Func<string> name, uint id)
    {
        try
        {
            return name() is { Length: > 0 } known ? known : id.ToString(CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return id.ToString(CultureInfo.InvariantCulture); // there is no /etc/passwd at all
        }
    }
}
