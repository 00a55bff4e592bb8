namespace TopHalf.Tool;

/// <summary>A file that an option names.</summary>
internal static class OutputFile
{
    /// <summary>Writes it, in place of what was there.</summary>
    /// <param name="option">The option, for the complaint.</param>
    /// <param name="path">The file.</param>
    /// <param name="text">All of it.</param>
    /// <exception cref="BadInputException">It cannot be written.</exception>
    public static void Write(string option, string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException($"{option}: '{path}' cannot be written. {e.Message}", e);
        }
    }
}
