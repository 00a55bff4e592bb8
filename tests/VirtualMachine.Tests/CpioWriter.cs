using System.Text;

namespace TopHalf.VirtualMachine.Tests;

/// <summary>
/// Writes an archive that the kernel unpacks as its first file system: cpio, format "newc"
/// (Documentation/driver-api/early-userspace/buffer-format.rst). Folders above an entry are made by themselves.
/// </summary>
/// <remarks>Everything belongs to root and has no date, so equal contents are equal bytes. Not thread-safe.</remarks>
public sealed class CpioWriter(Stream output) : IDisposable
{
    private const int Folder = 0x4000;
    private const int RegularFile = 0x8000;
    private const int SymbolicLink = 0xA000;
    private const int OwnerMayDoAll = 0x1ED;        // rwxr-xr-x: what may not be executed does no harm in this guest

    private readonly HashSet<string> _folders = [""];
    private int _inode;
    private long _written;

    /// <summary>Adds a folder, and those above it.</summary>
    public void AddFolder(string path)
    {
        string relative = path.Trim('/');
        if (_folders.Add(relative))
        {
            AddFolder(ParentOf(relative));
            WriteEntry(relative, Folder | OwnerMayDoAll, []);
        }
    }

    /// <summary>Adds a file that anyone may execute.</summary>
    public void AddFile(string path, ReadOnlySpan<byte> contents)
    {
        AddFolder(ParentOf(path));
        WriteEntry(path.Trim('/'), RegularFile | OwnerMayDoAll, contents);
    }

    /// <summary>Adds a copy of a file of the host; a symbolic link is followed.</summary>
    public void AddFile(string path, string source) => AddFile(path, File.ReadAllBytes(source));

    /// <summary>Adds a symbolic link.</summary>
    public void AddLink(string path, string target)
    {
        AddFolder(ParentOf(path));
        WriteEntry(path.Trim('/'), SymbolicLink | OwnerMayDoAll, Encoding.UTF8.GetBytes(target));
    }

    /// <summary>Writes the trailer, without which the kernel takes the archive for cut off. The stream stays open.</summary>
    public void Dispose() => WriteEntry("TRAILER!!!", 0, []);

    private static string ParentOf(string path) => Path.GetDirectoryName(path.Trim('/')) ?? "";

    private void WriteEntry(string name, int mode, ReadOnlySpan<byte> contents)
    {
        byte[] nameBytes = Encoding.UTF8.GetBytes(name + '\0');

        // magic, then inode, mode, owner, group, links, time, size, device (2), special device (2), length of the name, checksum
        int[] fields = [++_inode, mode, 0, 0, 1, 0, contents.Length, 0, 0, 0, 0, nameBytes.Length, 0];
        Write(Encoding.ASCII.GetBytes("070701" + string.Concat(fields.Select(field => field.ToString("X8")))));
        Write(nameBytes);
        Pad();
        Write(contents);
        Pad();
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        _written += bytes.Length;
    }

    private void Pad() => Write(stackalloc byte[(int)(-_written & 3)]);
}
