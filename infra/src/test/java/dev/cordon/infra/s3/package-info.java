/**
 * An object storage for tests, in this process, that holds to what it promises: versions, Object
 * Lock in compliance mode, legal holds, conditional writes, signatures (AWS Signature Version 4).
 */
package dev.cordon.infra.s3;
