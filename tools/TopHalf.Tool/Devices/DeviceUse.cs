namespace TopHalf.Tool;

/// <summary>What the system would lose with a function: a disk that it has mounted, a network that is up.</summary>
internal sealed class DeviceUse(VfioPaths paths)
{
    /// <summary>Uses, such as <c>/dev/nvme0n1p1 is mounted on /</c>; empty where none is seen.</summary>
    public IReadOnlyList<string> Of(string device)
        => [.. Disks(device), .. Networks(device)];

    private IEnumerable<string> Disks(string device)
    {
        string[][] mounts = Table("mounts");
        string[][] swaps = Table("swaps");
        foreach (string disk in Under("block", device))
        {
            string file = $"/dev/{disk}";
            if (mounts.FirstOrDefault(mount => mount[0] == file) is [_, string place, ..])
            {
                yield return $"{file} is mounted on {place}";
            }
            else if (swaps.Any(swap => swap[0] == file))
            {
                yield return $"{file} is swap space";
            }
            else if (Entries($"{paths.Sys}/class/block/{disk}/holders") is [string holder, ..])
            {
                yield return $"{file} is part of {Path.GetFileName(holder)}"; // a logical volume, a RAID
            }
        }
    }

    private IEnumerable<string> Networks(string device)
        => Under("net", device)
            .Where(name => ReadLines($"{paths.Sys}/class/net/{name}/operstate") is ["up", ..])
            .Select(static name => $"the network {name} is up");

    // /sys/class has a link for each, which leads through the folders of all that lies between it and the root of the bus.
    private IEnumerable<string> Under(string kind, string device)
        => Entries($"{paths.Sys}/class/{kind}")
            .Where(link => new FileInfo(link).LinkTarget?.Contains($"/{device}/", StringComparison.Ordinal) == true)
            .Select(static link => Path.GetFileName(link));

    private string[][] Table(string file)
        => [.. ReadLines($"{paths.Proc}/{file}").Select(static line => line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)).Where(static row => row.Length > 1)];

    private static string[] Entries(string folder)
        => Directory.Exists(folder) ? [.. Directory.GetFileSystemEntries(folder).Order(StringComparer.Ordinal)] : [];

    private static string[] ReadLines(string file) => File.Exists(file) ? File.ReadAllLines(file) : [];
}
