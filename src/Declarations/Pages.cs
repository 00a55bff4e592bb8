namespace TopHalf.Declarations;

/// <summary>Where the pages of docs/ are for one who has only the package.</summary>
public static class Pages
{
    /// <summary>The folder that generated files and diagnostics point into.</summary>
    public const string Root = "https://github.com/tophalf/tophalf/blob/main/docs";
}
