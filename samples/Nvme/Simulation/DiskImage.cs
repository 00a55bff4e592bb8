namespace TopHalf.Samples.Nvme;

/// <summary>What is on a simulated disk: bytes that no two blocks share, the same at every start.</summary>
public static class DiskImage
{
    /// <summary>Bytes of a block.</summary>
    public const int BlockSize = 512;

    /// <summary>Makes an image.</summary>
    /// <param name="blocks">How many of 512 bytes.</param>
    public static byte[] Generate(int blocks)
    {
        byte[] image = new byte[blocks * BlockSize];

        // Any numbers would do, as long as a block in the wrong place is seen: Random with a seed keeps its algorithm.
        new Random(20_050_311).NextBytes(image);
        return image;
    }
}
