namespace TopHalf;

/// <summary>Who has a file open, as far as this user may see it.</summary>
internal static class FileUsers
{
    /// <summary>" (qemu-system-x86, process 123)", or nothing where nobody is seen.</summary>
    public static string Describe(string procRoot, string file)
    {
        List<string> users = [];
        foreach (string process in Entries(procRoot))
        {
            if (int.TryParse(Path.GetFileName(process), out int id)
                && Entries($"{process}/fd").Any(link => TargetOf(link) == file))
            {
                users.Add($"{NameOf(process)}, process {id}");
            }
        }

        return users.Count == 0 ? "" : $" ({string.Join("; ", users)})";
    }

    private static string[] Entries(string folder)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // a process that ended meanwhile, or another user's
        }
    }

    private static string? TargetOf(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string NameOf(string process)
    {
        try
        {
            return File.ReadAllText($"{process}/comm").Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "a program";
        }
    }
}
