using System.Security.Cryptography;

namespace TopHalf.VirtualMachine.Tests;

/// <summary>The disk of the guest's NVMe controller: content that the guest cannot know but by reading it.</summary>
public static class GuestDisk
{
    private const int Length = 4 << 20;

    /// <summary>Makes the file.</summary>
    /// <returns>Its SHA-256, as the guest's kernel hands it to the cases.</returns>
    public static string Write(string path)
    {
        byte[] content = RandomNumberGenerator.GetBytes(Length);
        File.WriteAllBytes(path, content);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
